package org.trivsel.platform.forms.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A form laid over a submission: the questions with their rows counted out, and the answers as form-js would hold
 * them. What was not sent counts as empty, also where the schema has a default: defaults are for the person at the
 * screen to see, not for the server to invent.
 */
final class Questionnaire {

    private static final Reading NONE = Reading.of(null);

    private final JsonNode data;
    private final Map<String, Object> answers = new LinkedHashMap<>();
    private final List<Question> questions;

    Questionnaire(List<FormComponent> components, JsonNode data) {
        this.data = data;
        this.questions = lay(components, ValuePath.ROOT, Scope.FORM);
    }

    List<Question> questions() {
        return questions;
    }

    Map<String, Object> answers() {
        return answers;
    }

    private List<Question> lay(List<FormComponent> components, ValuePath parent, Scope scope) {
        return components.stream()
                .map(component -> lay(component, component.pathBelow(parent), scope))
                .toList();
    }

    private Question lay(FormComponent component, ValuePath path, Scope scope) {
        JsonNode sent = at(path);
        if (component.hasAnswer()) {
            Reading reading = AnswerReader.read(component, sent);
            Answers.put(answers, path, reading.value());
            return new Question(component, path, scope, sent, reading, List.of());
        }
        List<Question> children =
                component.isList() ? rows(component, path, scope, sent) : lay(component.children(), path, scope);
        return new Question(component, path, scope, sent, NONE, children);
    }

    private List<Question> rows(FormComponent list, ValuePath path, Scope scope, JsonNode sent) {
        List<Map<String, Object>> rows = new ArrayList<>();
        Answers.put(answers, path, rows);
        List<Question> children = new ArrayList<>();
        if (sent.isArray()) {
            for (int index = 0; index < sent.size(); index++) {
                Map<String, Object> row = new LinkedHashMap<>();
                rows.add(row);
                children.addAll(lay(list.children(), path.row(index), scope.row(row, index)));
            }
        }
        return children;
    }

    private JsonNode at(ValuePath path) {
        JsonNode node = data;
        for (Object segment : path.segments()) {
            node = segment instanceof Integer row ? node.path(row) : keyed(node, (String) segment);
        }
        return node;
    }

    private static JsonNode keyed(JsonNode node, String key) {
        return node.isObject() ? node.path(key) : MissingNode.getInstance();
    }
}
