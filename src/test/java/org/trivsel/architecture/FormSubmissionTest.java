package org.trivsel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trivsel.platform.forms.validation.FormValidator;

/** The example submissions that other tests send are what the forms ask for. */
class FormSubmissionTest {

    private static final ObjectMapper JSON = new ObjectMapper();
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
            Map.entry("openDeviations", List.of("V1")),
            Map.entry("agreements", List.of("A1")),
            Map.entry("pictures", List.of("1", "2")));

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

    @Nested
    class Conditions {

        @Test
        void asksNothingOfATalkThatWasNotHeldButWhy() {
            assertThat(refused(
                            "talk-with-child",
                            "{'child':['C1'],'held':'WAIVED','newConcern':false,"
                                    + "'waiverReason':'Barnet er fire måneder; vi har set det sammen med mor.'}"))
                    .isEmpty();
        }

        @Test
        void asksAnUnbornChildForTheDueDateInsteadOfTheBirthDate() {
            assertThat(changed(
                            "refer-case",
                            "{'track':'UNBORN','children':[{'pseudonym':'Baby','dueDate':'2026-06-22'}]}"))
                    .isEmpty();
            assertThat(changed("refer-case", "{'track':'UNBORN','children':[{'pseudonym':'Baby'}]}"))
                    .containsExactly("children[0].birthDate required");
            assertThat(changed("refer-case", "{'children':[{'pseudonym':'Pige','dueDate':'2026-06-22'}]}"))
                    .contains("children[0].dueDate hidden", "children[0].birthDate required");
        }

        @Test
        void asksForExamplesOfNeglectOnlyWhereThereIsNeglect() {
            String neglect = "'neglect':[{'condition':'NO_SCHOOL','repeated':true}]";
            assertThat(changed("assess-target-group", "{'riskTypes':['GROSS_NEGLECT']," + neglect + "}"))
                    .containsExactly("neglect[0].example required");
            assertThat(changed("assess-target-group", "{" + neglect + "}")).contains("neglect hidden");
        }

        @Test
        void wantsAnEmptyListOfRecipientsConfirmed() {
            assertThat(changed("record-consent", "{'consentShare':[]}")).containsExactly("consentShareNone required");
            assertThat(changed("record-consent", "{'consentShare':[],'consentShareNone':true}"))
                    .isEmpty();
        }

        @Test
        void asksWhatWouldHelpAParentWhoIsNotReady() {
            String row = "{'readiness':[{'person':'P1','will':9,'belief':%d,'ability':6}]}";
            assertThat(changed("submit-safety-plan", row.formatted(4)))
                    .containsExactly("readiness[0].comment required");
            assertThat(changed("submit-safety-plan", row.formatted(5))).isEmpty();
        }

        @Test
        void wantsToKnowWhyNoProfessionalTakesPart() {
            assertThat(changed("submit-safety-plan", "{'professionalAgreements':[]}"))
                    .containsExactly("professionalAgreementsNone required");
        }

        @Test
        void asksOnlyForTheNumberOfARuleThatIsTakenAway() {
            assertThat(changed("amend-safety-plan", "{'ruleChanges':[{'no':6,'kind':'REMOVE'}]}"))
                    .isEmpty();
        }

        @Test
        void asksMoreOfAMemberTheFurtherTheyHaveCome() {
            assertThat(refused("prepare-network-member", "{'person':'N1','invitedBy':'P1','state':'SUGGESTED'}"))
                    .isEmpty();
            assertThat(refused("prepare-network-member", "{'person':'N1','invitedBy':'P1','state':'INFORMED'}"))
                    .containsExactly("informedConcerns required", "informedGoals required", "confidentiality required");
        }

        @Test
        void setsNoNextMeetingAtTheClosingOne() {
            assertThat(changed("hold-network-meeting", "{'type':'CLOSING'}")).containsExactly("nextMeetingAt hidden");
        }

        @Test
        void asksWhyWhenNoParentTellsTheChild() {
            assertThat(
                            changed(
                                    "present-words-and-pictures-to-child",
                                    "{'presentedToChild':{'date':'2026-04-15','by':[],'present':['C1'],'childReaction':'Nå.'}}"))
                    .containsExactly("presentedToChild.byReason required");
        }

        @Test
        void keepsPersonalNumbersOutOfTheAdviceLine() {
            assertThat(changed("register-advice-enquiry", "{'anonymousSituation':'Barnet 140917-0000 bor hos mor.'}"))
                    .containsExactly("anonymousSituation pattern");
        }

        /** The example with some answers changed. */
        private List<String> changed(String form, String changes) {
            ObjectNode data = FormFiles.read(example(form)).deepCopy();
            data.setAll((ObjectNode) json(changes));
            return errors(form, data);
        }

        private List<String> refused(String form, String data) {
            return errors(form, json(data));
        }

        private List<String> errors(String form, JsonNode data) {
            return validator.validate(schema(form), data).stream()
                    .map(error -> error.field() + " " + error.code())
                    .toList();
        }

        private JsonNode json(String text) {
            try {
                return JSON.readTree(text.replace('\'', '"'));
            } catch (JsonProcessingException mistyped) {
                throw new UncheckedIOException(mistyped);
            }
        }
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
