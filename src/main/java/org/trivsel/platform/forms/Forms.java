package org.trivsel.platform.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.trivsel.platform.engine.Editions;
import org.trivsel.platform.forms.validation.FieldError;
import org.trivsel.platform.forms.validation.FormValidator;

/** A form as one reader meets it: localised, its choices filled in, prefilled from the case file, and checked. */
@Component
public class Forms {

    private final Editions editions;
    private final FormTexts texts;
    private final FormValidator validator;
    private final ObjectMapper json;
    private final List<FormContribution> contributions;
    private final Map<String, OptionSource> sources = new HashMap<>();
    private final Map<String, ObjectNode> localised = new ConcurrentHashMap<>();

    Forms(
            Editions editions,
            FormTexts texts,
            FormValidator validator,
            ObjectMapper json,
            List<FormContribution> contributions,
            List<OptionSource> sources) {
        this.editions = editions;
        this.texts = texts;
        this.validator = validator;
        this.json = json;
        this.contributions = contributions;
        sources.forEach(source -> source.keys().forEach(key -> this.sources.put(key, source)));
    }

    /**
     * The schema a reader fills in.
     *
     * @throws IllegalStateException when the edition has no such form; an edition with one missing is never deployed
     */
    public ObjectNode schema(String deploymentId, FormContext context) {
        String key =
                deploymentId + "/" + context.formId() + "/" + context.locale().getLanguage();
        ObjectNode schema = localised
                .computeIfAbsent(key, any -> localise(deploymentId, context))
                .deepCopy();
        fillChoices(schema, context, new HashMap<>());
        return schema;
    }

    /** An edition's forms never change, so each is put into each language once. */
    private ObjectNode localise(String deploymentId, FormContext context) {
        ObjectNode schema = editions.form(deploymentId, context.formId()).deepCopy();
        texts.localise(schema, context.locale());
        return schema;
    }

    public ObjectNode prefill(FormContext context) {
        ObjectNode data = json.createObjectNode();
        contributionsTo(context.formId()).forEach(contribution -> contribution.prefill(context, data));
        return data;
    }

    /** @throws SubmissionRefused naming every field that is wrong */
    public void check(JsonNode schema, Submission submission) {
        List<FieldError> errors = validator.validate(schema, submission.data());
        if (!errors.isEmpty()) {
            throw new SubmissionRefused(submission.caseRef(), errors);
        }
        Problems problems = new Problems();
        contributionsTo(submission.formId()).forEach(contribution -> contribution.check(submission, problems));
        if (!problems.errors().isEmpty()) {
            throw new SubmissionRefused(submission.caseRef(), problems.errors());
        }
    }

    /** Hands an accepted submission to the rooms and returns the decisions the process needs. */
    public Map<String, Object> accept(JsonNode schema, Submission submission, long entryId) {
        Map<String, Object> decisions = new LinkedHashMap<>();
        collectDecisions(schema, submission.data(), decisions);
        for (FormContribution contribution : contributionsTo(submission.formId())) {
            decisions.putAll(contribution.accept(submission, entryId));
        }
        return decisions;
    }

    public static String visibleTo(JsonNode schema) {
        return schema.path("properties").path("visibleTo").asText("PLUS_CONSULTANT");
    }

    private List<FormContribution> contributionsTo(String formId) {
        return contributions.stream().filter(one -> one.appliesTo(formId)).toList();
    }

    /** @param asked the lists that were already filled: one form often asks for the same persons many times */
    private void fillChoices(JsonNode parent, FormContext context, Map<String, ArrayNode> asked) {
        for (JsonNode component : parent.path("components")) {
            if (component.hasNonNull("valuesKey") && component instanceof ObjectNode field) {
                String key = field.remove("valuesKey").asText();
                field.set("values", asked.computeIfAbsent(key, any -> choices(key, context)));
            }
            fillChoices(component, context, asked);
        }
    }

    private ArrayNode choices(String key, FormContext context) {
        ArrayNode values = json.createArrayNode();
        OptionSource source = sources.get(key);
        if (source != null) {
            source.options(key, context)
                    .forEach(option ->
                            values.addObject().put("label", option.label()).put("value", option.value()));
        }
        return values;
    }

    /** Only what the form marks goes into the engine, and never text: the engine copies variables into its history. */
    private void collectDecisions(JsonNode parent, JsonNode data, Map<String, Object> decisions) {
        for (JsonNode component : parent.path("components")) {
            String key = component.path("key").asText();
            if ("true"
                    .equals(component.path("properties").path("processVariable").asText())) {
                JsonNode value = data.path(key);
                if (value.isBoolean()) {
                    decisions.put(key, value.booleanValue());
                } else if (value.isIntegralNumber()) {
                    decisions.put(key, value.intValue());
                } else if (value.isTextual() && component.has("values")) {
                    decisions.put(key, value.textValue());
                } else {
                    boolean checkbox = "checkbox".equals(component.path("type").asText());
                    decisions.put(key, checkbox ? Boolean.FALSE : null);
                }
            }
            if (!component.has("path")) {
                collectDecisions(component, data, decisions);
            }
        }
    }
}
