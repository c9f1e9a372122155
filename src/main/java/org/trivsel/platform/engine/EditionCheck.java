package org.trivsel.platform.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.xml.ModelException;

/** What the engine does not check itself: that forms are whole and that every form and process a model names exists. */
final class EditionCheck {

    private static final Pattern DEADLINE = Pattern.compile("'(T-[A-Z0-9]+)'");

    private static final Pattern GATE = Pattern.compile("<camunda:property\\b[^>]*\\bname=\"gate\"[^>]*>");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");

    private final Map<String, byte[]> files;
    private final ObjectMapper json;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> formIds = new HashSet<>();
    private final Map<String, BpmnModelInstance> models = new java.util.TreeMap<>();

    private final Set<String> gates;

    private EditionCheck(Map<String, byte[]> files, ObjectMapper json, Set<String> gates) {
        this.files = files;
        this.json = json;
        this.gates = gates;
    }

    /** @param gates the gates a model may name */
    static void check(Map<String, byte[]> files, ObjectMapper json, Set<String> gates) {
        EditionCheck check = new EditionCheck(files, json, gates);
        check.forms();
        check.models();
        check.references();
        if (!check.problems.isEmpty()) {
            throw new BrokenEdition(check.problems);
        }
    }

    /** Whether the models name no other gates: all that can be wrong with files that were checked by an older Trivsel. */
    static boolean namesOnly(Map<String, byte[]> files, Set<String> gates) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".bpmn"))
                .flatMap(file -> GATE.matcher(new String(file.getValue(), StandardCharsets.UTF_8))
                        .results())
                .flatMap(property -> VALUE.matcher(property.group()).results())
                .flatMap(value -> Arrays.stream(value.group(1).trim().split("[ ,]+")))
                .allMatch(gates::contains);
    }

    private void forms() {
        files.forEach((name, content) -> {
            if (name.endsWith(".form")) {
                try {
                    JsonNode form = json.readTree(content);
                    String id = form.path("id").asText();
                    if (!name.equals("forms/" + id + ".form")) {
                        problems.add(name + ", id: the form calls itself \"" + id + "\"; file and id must be the same");
                    }
                    if (!form.path("components").isArray()) {
                        problems.add(name + ", components: the form has none");
                    }
                    formIds.add(id);
                } catch (JsonProcessingException e) {
                    problems.add(name + ", line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage());
                } catch (IOException e) {
                    problems.add(name + ": " + e.getMessage());
                }
            }
        });
    }

    private void models() {
        files.forEach((name, content) -> {
            if (name.endsWith(".bpmn")) {
                try {
                    models.put(name, Bpmn.readModelFromStream(new ByteArrayInputStream(content)));
                } catch (ModelException e) {
                    Throwable cause = e.getCause() == null ? e : e.getCause();
                    problems.add(name + ", the file: " + cause.getMessage());
                }
            }
        });
    }

    private void references() {
        Set<String> processes = new HashSet<>();
        models.values().forEach(model -> model.getModelElementsByType(Process.class)
                .forEach(process -> processes.add(process.getId())));
        models.forEach((name, model) -> {
            deadlines(name);
            for (UserTask task : model.getModelElementsByType(UserTask.class)) {
                form(name, task, task.getCamundaFormRef());
                gates(name, task);
            }
            for (StartEvent start : model.getModelElementsByType(StartEvent.class)) {
                if (start.getCamundaFormRef() != null) {
                    form(name, start, start.getCamundaFormRef());
                }
            }
            for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
                if (!processes.contains(call.getCalledElement())) {
                    problems.add(name + ", " + call.getId() + ": calls the process \"" + call.getCalledElement()
                            + "\", which no model defines");
                }
            }
        });
    }

    private void form(String file, BaseElement element, String formRef) {
        if (formRef == null || !formIds.contains(formRef)) {
            problems.add(file + ", " + element.getId() + ": uses the form \"" + formRef
                    + "\", which is missing or broken in forms/");
        }
    }

    private void gates(String file, UserTask task) {
        if (task.getExtensionElements() == null) {
            return;
        }
        task.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> "gate".equals(property.getCamundaName()))
                .flatMap(property ->
                        Arrays.stream(property.getCamundaValue().trim().split("[ ,]+")))
                .filter(gate -> !gates.contains(gate))
                .forEach(gate -> problems.add(file + ", " + task.getId() + ": names the gate \"" + gate
                        + "\"; there are " + String.join(", ", gates)));
    }

    /** A deadline that stands in no table would only fail in a case. */
    private void deadlines(String file) {
        byte[] table = files.get("bpmn/deadlines.dmn");
        String rows = table == null ? "" : new String(table, StandardCharsets.UTF_8);
        Matcher key = DEADLINE.matcher(new String(files.get(file), StandardCharsets.UTF_8));
        while (key.find()) {
            if (!rows.contains("\"" + key.group(1) + "\"")) {
                problems.add(
                        file + ", deadlines: names \"" + key.group(1) + "\", which is no row of bpmn/deadlines.dmn");
            }
        }
    }
}
