package org.trivsel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trivsel.platform.forms.validation.FormValidator;

/** The example submissions that other tests send are what the forms ask for. */
class FormSubmissionTest {

    private static final List<String> STAFF = List.of("signe", "mads", "karen", "lars", "ida");
    private static final List<String> FAMILY = List.of("C1", "P1", "P2");
    private static final List<String> NETWORK = List.of("N1", "N2", "N3", "N4", "N5", "N6", "N7");
    private static final List<String> PROFESSIONALS = List.of("R1", "R2", "R3");
    private static final Map<String, List<String>> OPTIONS = Map.ofEntries(
            Map.entry("people", join(FAMILY, NETWORK, PROFESSIONALS, STAFF)),
            Map.entry("parents", List.of("P1", "P2")),
            Map.entry("custodyHolders", List.of("P1", "P2")),
            Map.entry("children", List.of("C1")),
            Map.entry("network", NETWORK),
            Map.entry("familyAndNetwork", join(FAMILY, NETWORK)),
            Map.entry("professionals", PROFESSIONALS),
            Map.entry("staff", STAFF),
            Map.entry("caseworkers", List.of("signe", "mads")),
            Map.entry("consultants", List.of("lars", "ida")),
            Map.entry("users", STAFF),
            Map.entry("statements", List.of("D1", "D2")),
            Map.entry("goals", List.of("G1", "G2", "G3")),
            Map.entry("planRules", List.of("1", "2", "3", "4", "5", "6")),
            Map.entry("openDeviations", List.of("V1")));

    private final FormValidator validator =
            new FormValidator(Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC));

    static Stream<String> forms() {
        return FormFiles.all().map(FormFiles::id);
    }

    @Test
    void giveOneExampleForEachForm() {
        assertThat(FormFiles.list(FormFiles.SUBMISSIONS, ".json").map(FormFiles::id))
                .containsExactlyElementsOf(forms().toList());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void acceptsTheExample(String form) {
        assertThat(validator.validate(schema(form), FormFiles.read(example(form))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void refusesTheFormAsItOpens(String form) {
        JsonNode schema = schema(form);
        assertThat(validator.validate(schema, unanswered(schema))).isNotEmpty();
    }

    /** A list opens with its first rows, which are empty; without any row nothing in it can be wrong. */
    private static ObjectNode unanswered(JsonNode schema) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        FormFiles.components(schema).stream()
                .filter(component -> component.type().equals("dynamiclist")
                        && component.scope().isEmpty())
                .filter(list -> !list.json().has("conditional"))
                .forEach(list -> {
                    ArrayNode rows = data.putArray(list.name());
                    for (int i = 0; i < list.json().path("defaultRepetitions").asInt(); i++) {
                        rows.addObject();
                    }
                });
        return data;
    }

    private static Path example(String form) {
        return FormFiles.SUBMISSIONS.resolve(form + ".json");
    }

    private static JsonNode schema(String form) {
        JsonNode schema = FormFiles.read(FormFiles.form(form));
        fillChoices(schema);
        return schema;
    }

    private static void fillChoices(JsonNode parent) {
        for (JsonNode component : parent.path("components")) {
            if (component.has("valuesKey") && component instanceof ObjectNode field) {
                ArrayNode values = field.putArray("values");
                OPTIONS.get(field.remove("valuesKey").asText())
                        .forEach(value -> values.addObject().put("label", value).put("value", value));
            }
            fillChoices(component);
        }
    }

    @SafeVarargs
    private static List<String> join(List<String>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }
}
