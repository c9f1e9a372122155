package org.trivsel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One name everywhere: each model points only at forms, decisions, beans, roles and processes that exist. */
class ModelWiringTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ROLES = Set.of("caseworker", "consultant", "manager");
    private static final Set<String> AGREED = Set.of(
            "FAMILY_MEETING",
            "ACUTE_REVIEW",
            "NEXT_MEETING",
            "AGREEMENT",
            "PROLONGED_UNTIL",
            "CALL_BACK",
            "CLOSING_MEETING",
            "PAUSE_UNTIL",
            "EXTENDED_UNTIL");
    private static final Set<String> STATES = Set.of(
            "REFERRED",
            "ELIGIBLE",
            "OFFERED",
            "L1_MAPPING",
            "L2_SAFETY_WORK",
            "L2_DRAFTING",
            "L2_SUBMITTED",
            "APPROVED",
            "APPROVED_AWAITING_BIRTH",
            "APPROVED_AWAITING_RETURN",
            "L3_OBSERVATION",
            "L3_CLOSING",
            "NOT_ELIGIBLE",
            "DECLINED",
            "NO_PLAN",
            "PLACED",
            "WITHDRAWN",
            "TRANSFERRED",
            "CLOSED");
    private static final Map<Class<? extends FlowNode>, String> PREFIXES = Map.ofEntries(
            Map.entry(StartEvent.class, "StartEvent_"),
            Map.entry(EndEvent.class, "EndEvent_"),
            Map.entry(IntermediateCatchEvent.class, "IntermediateCatchEvent_"),
            Map.entry(IntermediateThrowEvent.class, "IntermediateThrowEvent_"),
            Map.entry(BoundaryEvent.class, "BoundaryEvent_"),
            Map.entry(UserTask.class, "UserTask_"),
            Map.entry(ServiceTask.class, "ServiceTask_"),
            Map.entry(BusinessRuleTask.class, "BusinessRuleTask_"),
            Map.entry(CallActivity.class, "CallActivity_"),
            Map.entry(SubProcess.class, "SubProcess_"),
            Map.entry(Gateway.class, "Gateway_"));
    private static final Pattern DEADLINE =
            Pattern.compile("deadlines\\.(due|start|escalation|beforeDue|agreed)\\((.*)\\)}");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
    private static final Pattern ANSWER = Pattern.compile("(\\w+) == '(\\w+)'");

    static Stream<ModelDiagram> models() throws Exception {
        return ModelDiagram.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void theProcessIsNamedLikeItsFile(ModelDiagram model) {
        var process = process(model);

        assertThat(process.getId()).isEqualTo(model.name());
        assertThat(kebab(process.getName())).isEqualTo(model.name());
        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
        assertThat(process.getDocumentations()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyIdTellsWhatItNames(ModelDiagram model) {
        var wrong = model.nodes().stream()
                .filter(node -> PREFIXES.entrySet().stream()
                        .noneMatch(entry -> entry.getKey().isInstance(node)
                                && node.getId().matches(entry.getValue() + "([A-Z][a-z]+)+")))
                .map(FlowNode::getId);
        var flows = all(model, SequenceFlow.class)
                .map(SequenceFlow::getId)
                .filter(id -> !id.matches("Flow_([A-Z][a-z]+)+_([A-Z][a-z]*\\d*)+"));

        assertThat(Stream.concat(wrong, flows)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void stepsAreCalledWhatTheirIdsSay(ModelDiagram model) {
        var wrong = model.nodes().stream()
                .filter(node -> node instanceof UserTask
                        || node instanceof ServiceTask
                        || node instanceof BusinessRuleTask
                        || node instanceof CallActivity
                        || node instanceof SubProcess)
                .filter(node -> !letters(node.getName()).equals(letters(suffix(node))))
                .map(node -> node.getId() + " is called " + node.getName());

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyEventHasAName(ModelDiagram model) {
        var nameless = model.nodes().stream()
                .filter(node -> !(node instanceof Gateway))
                .filter(node -> node.getName() == null || node.getName().isBlank())
                .map(FlowNode::getId);

        assertThat(nameless).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void gatewaysThatChooseAskAQuestionAndKnowEveryAnswer(ModelDiagram model) {
        var wrong = new ArrayList<String>();
        all(model, ExclusiveGateway.class)
                .filter(gateway -> gateway.getOutgoing().size() > 1)
                .forEach(gateway -> {
                    if (gateway.getName() == null || !gateway.getName().endsWith("?")) {
                        wrong.add(gateway.getId() + " asks no question");
                    }
                    if (gateway.getDefault() == null) {
                        wrong.add(gateway.getId() + " has no default answer");
                    }
                    gateway.getOutgoing().forEach(flow -> {
                        boolean byDefault = flow.equals(gateway.getDefault());
                        if (flow.getName() == null) {
                            wrong.add(flow.getId() + " is no answer");
                        }
                        if (byDefault == (flow.getConditionExpression() != null)) {
                            wrong.add(flow.getId() + (byDefault ? " is a default with" : " lacks") + " a condition");
                        }
                    });
                });
        all(model, Gateway.class)
                .filter(gateway -> gateway.getOutgoing().size() == 1 && gateway.getName() != null)
                .forEach(gateway -> wrong.add(gateway.getId() + " only joins, and has a name"));

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void theFormOffersEveryAnswerThatTheGatewayBehindItWaitsFor(ModelDiagram model) {
        var wrong = all(model, ExclusiveGateway.class)
                .filter(gateway -> gateway.getOutgoing().size() > 1)
                .flatMap(gateway -> formsBefore(gateway).stream().flatMap(formId -> answersWaitedFor(gateway)
                        .filter(answer -> !optionsOf(formId, answer.get(0)).contains(answer.get(1)))
                        .map(answer -> formId + " offers no " + answer + " for " + gateway.getId())));

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyUserTaskHasOneRoleADueDateAndAFormOfItsOwnName(ModelDiagram model) {
        var wrong = new ArrayList<String>();
        all(model, UserTask.class).forEach(task -> {
            if (!ROLES.contains(task.getCamundaCandidateGroups())) {
                wrong.add(task.getId() + " is for " + task.getCamundaCandidateGroups());
            }
            if (task.getCamundaAssignee() != null || task.getCamundaCandidateUsers() != null) {
                wrong.add(task.getId() + " names a person");
            }
            if (task.getCamundaDueDate() == null) {
                wrong.add(task.getId() + " is never due");
            }
            if (!kebab(suffix(task)).equals(task.getCamundaFormRef())
                    || !"deployment".equals(task.getCamundaFormRefBinding())
                    || !formExists(task.getCamundaFormRef())) {
                wrong.add(task.getId() + " has the form " + task.getCamundaFormRef());
            }
        });
        all(model, StartEvent.class)
                .filter(start -> start.getCamundaFormRef() != null)
                .filter(start -> !"deployment".equals(start.getCamundaFormRefBinding())
                        || !formExists(start.getCamundaFormRef()))
                .forEach(start -> wrong.add(start.getId() + " has the form " + start.getCamundaFormRef()));

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyDeadlineIsInTheTable(ModelDiagram model) {
        var keys =
                Dmn.readModelFromFile(Path.of("bpmn/deadlines.dmn").toFile())
                        .getModelElementsByType(Rule.class)
                        .stream()
                        .map(rule -> rule.getInputEntries().iterator().next().getTextContent())
                        .map(quoted -> quoted.replace("\"", "").trim())
                        .collect(Collectors.toSet());
        var expressions = Stream.concat(
                all(model, UserTask.class).map(UserTask::getCamundaDueDate),
                all(model, TimeDate.class).map(TimeDate::getTextContent));

        assertThat(expressions).allSatisfy(expression -> {
            var call = DEADLINE.matcher(expression);
            assertThat(call.find()).as(expression).isTrue();
            var named = QUOTED.matcher(call.group(2))
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            if (call.group(1).equals("agreed")) {
                assertThat(named).singleElement().isIn(AGREED);
            } else {
                assertThat(named.stream().filter(word -> word.startsWith("T-")))
                        .isNotEmpty()
                        .isSubsetOf(keys);
            }
            if (call.group(1).equals("escalation")) {
                assertThat(named).last().isIn(ROLES);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void callsOnlyProcessesOfItsOwnEditionWithTheCaseInHand(ModelDiagram model) {
        assertThat(all(model, CallActivity.class)).allSatisfy(call -> {
            assertThat(Path.of("bpmn", call.getCalledElement() + ".bpmn")).exists();
            assertThat(call.getCamundaCalledElementBinding()).isEqualTo("deployment");
            var xml = call.getExtensionElements().getElements().stream()
                    .map(element -> element.getAttributeValue("businessKey") != null
                            ? element.getAttributeValue("businessKey")
                            : String.valueOf(element.getAttributeValue("source")))
                    .toList();
            assertThat(xml).contains("#{execution.processBusinessKey}", "caseRef", "track", "mode");
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void decidesByTablesOfItsOwnEdition(ModelDiagram model) {
        assertThat(all(model, BusinessRuleTask.class)).allSatisfy(task -> {
            var table = Path.of("bpmn", task.getCamundaDecisionRef() + ".dmn");
            assertThat(table).exists();
            assertThat(Dmn.readModelFromFile(table.toFile()).getModelElementsByType(Decision.class))
                    .extracting(Decision::getId)
                    .containsExactly(task.getCamundaDecisionRef());
            assertThat(task.getCamundaDecisionRefBinding()).isEqualTo("deployment");
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void wiresByNamedDelegatesAndNothingElse(ModelDiagram model) throws IOException {
        assertThat(all(model, ServiceTask.class)).allSatisfy(task -> assertThat(task.getCamundaDelegateExpression())
                .isEqualTo("${" + uncapitalised(suffix(task)) + "Delegate}"));
        assertThat(all(model, IntermediateThrowEvent.class).flatMap(event -> event.getEventDefinitions().stream()))
                .allSatisfy(
                        definition -> assertThat(((MessageEventDefinition) definition).getCamundaDelegateExpression())
                                .matches("\\$\\{[a-z]\\w*Delegate}"));
        assertThat(all(model, ScriptTask.class)).isEmpty();
        assertThat(all(model, CamundaExecutionListener.class)).isEmpty();
        assertThat(all(model, CamundaTaskListener.class)).isEmpty();
        assertThat(Files.readString(Path.of("bpmn", model.name() + ".bpmn")))
                .doesNotContain("camunda:class=", "camunda:expression=", "scriptFormat=", "<camunda:script");
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatARetryMayRepeatHasASavePointBeforeIt(ModelDiagram model) {
        var unsaved = model.nodes().stream()
                .filter(node -> node instanceof ServiceTask
                        || node instanceof IntermediateThrowEvent
                        || (node instanceof ParallelGateway
                                && node.getIncoming().size() > 1))
                .filter(node -> !node.isCamundaAsyncBefore())
                .map(FlowNode::getId);
        var withoutRetries = model.nodes().stream()
                .filter(node -> !(node instanceof EventBasedGateway))
                .filter(node -> node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter())
                .filter(node -> !"R5/PT5M".equals(retriesOf(node)))
                .map(node -> node.getId() + " retries " + retriesOf(node));
        var torn = all(model, UserTask.class)
                .filter(UserTask::isCamundaAsyncAfter)
                .filter(task -> task.getSucceedingNodes().list().stream()
                        .anyMatch(next -> next instanceof ExclusiveGateway
                                && next.getOutgoing().size() > 1))
                .map(task -> task.getId() + " is parted from the gateway that reads its decision");

        assertThat(Stream.of(unsaved, withoutRetries, torn).flatMap(Function.identity()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void messagesAndErrorsAreNamedByTheRule(ModelDiagram model) {
        assertThat(all(model, Message.class)).allSatisfy(message -> {
            assertThat(message.getName()).matches("([A-Z][a-z]+)+");
            assertThat(message.getId()).isEqualTo("Message_" + message.getName());
        });
        assertThat(all(model, Error.class))
                .allSatisfy(error -> assertThat(error.getErrorCode()).matches("[A-Z]+(_[A-Z]+)*"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatAnybodyMayStartInterruptsNothingAndSaysWhoMay(ModelDiagram model) {
        var starts = eventStarts(model)
                .filter(start -> start.getEventDefinitions().iterator().next() instanceof MessageEventDefinition)
                .toList();

        assertThat(starts).allSatisfy(start -> {
            assertThat(start.isInterrupting()).isFalse();
            assertThat(properties(start)).containsEntry("startable", "true");
        });
        assertThat(model.nodes().stream().map(ModelWiringTest::properties).filter(map -> map.containsKey("startable")))
                .allSatisfy(map -> assertThat(map.get("roles").split(",")).isSubsetOf(ROLES));
    }

    /** E1, E3(c), E7 and E11 end the work of a family; nothing else interrupts. */
    @ParameterizedTest
    @MethodSource("models")
    void onlyWhatEndsACaseInterruptsIt(ModelDiagram model) {
        assertThat(eventStarts(model).filter(StartEvent::isInterrupting)).allSatisfy(start -> {
            assertThat(start.getEventDefinitions().iterator().next()).isInstanceOf(ErrorEventDefinition.class);
            assertThat(start.getSucceedingNodes().list())
                    .allSatisfy(end -> assertThat(properties(end)).containsKey("state"));
        });
        assertThat(eventStarts(model)
                        .filter(start ->
                                !(start.getEventDefinitions().iterator().next() instanceof MessageEventDefinition))
                        .filter(start -> !start.isInterrupting()))
                .allSatisfy(start -> assertThat(
                                start.getEventDefinitions().iterator().next())
                        .isInstanceOf(TimerEventDefinition.class));
    }

    private static Stream<StartEvent> eventStarts(ModelDiagram model) {
        return all(model, SubProcess.class)
                .filter(SubProcess::triggeredByEvent)
                .flatMap(sub -> sub.getFlowElements().stream())
                .filter(StartEvent.class::isInstance)
                .map(StartEvent.class::cast);
    }

    @ParameterizedTest
    @MethodSource("models")
    void propertiesAreOnesThatThePlatformReads(ModelDiagram model) {
        assertThat(model.nodes()).allSatisfy(node -> {
            var properties = properties(node);
            assertThat(properties.keySet())
                    .isSubsetOf("state", "gate", "startable", "roles", "familyFacing", "freezes", "assignTo", "alarm");
            if (properties.containsKey("state")) {
                assertThat(properties.get("state")).isIn(STATES);
            }
            if (properties.containsKey("gate")) {
                assertThat(node).isInstanceOf(UserTask.class);
                assertThat(properties.get("gate")).matches("UNINVOLVED|G[0-9][ab]?( G[0-9][ab]?)*");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "sv"})
    void everyNameIsTranslatedAndNoTranslationIsLeftOver(String language) throws Exception {
        var named = new TreeSet<String>();
        models().forEach(model -> {
            named.add(model.name());
            all(model, FlowElement.class)
                    .filter(element -> element.getName() != null)
                    .forEach(element -> named.add(model.name() + "." + element.getId()));
        });
        var translated = new Properties();
        try (var reader = Files.newBufferedReader(
                Path.of("src/main/resources/i18n/processes_" + language + ".properties"), StandardCharsets.UTF_8)) {
            translated.load(reader);
        }

        assertThat(new TreeSet<>(translated.stringPropertyNames())).isEqualTo(named);
        assertThat(translated.values()).noneMatch(value -> value.toString().isBlank());
    }

    @Test
    void everyPictureShowsTheModelAsItIs() throws Exception {
        var expected = new ArrayList<String>();
        try (var files = Files.list(Path.of("bpmn"))) {
            for (Path file : files.sorted().toList()) {
                expected.add(sha256(file) + "  bpmn/" + file.getFileName());
                String picture =
                        file.getFileName().toString().replace(".bpmn", ".svg").replace(".dmn", ".md");
                assertThat(Path.of("docs/processes", picture)).exists();
            }
        }

        assertThat(Files.readAllLines(Path.of("docs/processes/models.sha256")))
                .as("run `node render-models.mjs` in src/main/frontend")
                .isEqualTo(expected);
    }

    private static Process process(ModelDiagram model) {
        return all(model, Process.class).findFirst().orElseThrow();
    }

    private static <T extends ModelElementInstance> Stream<T> all(ModelDiagram model, Class<T> type) {
        return model.model().getModelElementsByType(type).stream();
    }

    private static Map<String, String> properties(BaseElement element) {
        return extensions(element, CamundaProperty.class)
                .collect(Collectors.toMap(CamundaProperty::getCamundaName, CamundaProperty::getCamundaValue));
    }

    private static String retriesOf(FlowNode node) {
        return extensions(node, CamundaFailedJobRetryTimeCycle.class)
                .map(CamundaFailedJobRetryTimeCycle::getTextContent)
                .collect(Collectors.joining());
    }

    private static <T extends ModelElementInstance> Stream<T> extensions(BaseElement element, Class<T> type) {
        if (element.getExtensionElements() == null) {
            return Stream.empty();
        }
        return element.getExtensionElements().getElements().stream()
                .flatMap(extension -> type.isInstance(extension)
                        ? Stream.of(extension)
                        : extension.getChildElementsByType(type).stream())
                .map(type::cast);
    }

    /** The forms whose answers a gateway reads: those of the user tasks and start events right before it. */
    private static Set<String> formsBefore(Gateway gateway) {
        var forms = new HashSet<String>();
        for (FlowNode before : gateway.getPreviousNodes().list()) {
            if (before instanceof UserTask task) {
                forms.add(task.getCamundaFormRef());
            } else if (before instanceof StartEvent start && start.getCamundaFormRef() != null) {
                forms.add(start.getCamundaFormRef());
            } else if (before instanceof Gateway join) {
                forms.addAll(formsBefore(join));
            }
        }
        return forms.stream()
                .filter(form -> answersWaitedFor(gateway).anyMatch(answer -> optionsOf(form, answer.get(0)) != null))
                .collect(Collectors.toSet());
    }

    private static Stream<List<String>> answersWaitedFor(Gateway gateway) {
        return gateway.getOutgoing().stream()
                .map(SequenceFlow::getConditionExpression)
                .filter(condition -> condition != null)
                .flatMap(condition -> ANSWER.matcher(condition.getTextContent()).results())
                .map(match -> List.of(match.group(1), match.group(2)));
    }

    /** The options of a form's field that becomes a process variable, or null when the form has no such field. */
    private static @Nullable List<String> optionsOf(String formId, String variable) {
        return fields(form(formId))
                .filter(field -> variable.equals(field.path("key").asText()))
                .filter(field -> "true"
                        .equals(field.path("properties").path("processVariable").asText()))
                .map(field -> field.path("values").findValuesAsText("value"))
                .findFirst()
                .orElse(null);
    }

    private static Stream<JsonNode> fields(JsonNode component) {
        var children = new ArrayList<JsonNode>();
        component.path("components").forEach(children::add);
        return children.stream().flatMap(child -> Stream.concat(Stream.of(child), fields(child)));
    }

    private static boolean formExists(String formId) {
        return Files.exists(Path.of("forms", formId + ".form"))
                && formId.equals(form(formId).path("id").asText());
    }

    private static JsonNode form(String formId) {
        try {
            return JSON.readTree(Path.of("forms", formId + ".form").toFile());
        } catch (IOException e) {
            throw new AssertionError("Form " + formId + " cannot be read", e);
        }
    }

    private static String suffix(BaseElement element) {
        return element.getId().substring(element.getId().indexOf('_') + 1);
    }

    private static String letters(String text) {
        return text.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }

    private static String kebab(String words) {
        return Arrays.stream(words.split("(?<=[a-z])(?=[A-Z])|[ -]"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("-"));
    }

    private static String uncapitalised(String word) {
        return Character.toLowerCase(word.charAt(0)) + word.substring(1);
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
