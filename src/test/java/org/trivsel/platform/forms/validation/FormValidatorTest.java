package org.trivsel.platform.forms.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormValidatorTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-03-14T10:00:00Z"), ZoneOffset.UTC);
    private static final FormValidator VALIDATOR = new FormValidator(TODAY);

    @Nested
    class Answers {

        @Test
        void acceptsAnEmptySubmissionOfAFormThatRequiresNothing() {
            assertThat(refused("{'type':'textfield','key':'note'}", "{}")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{'note':''}", "{'note':null}"})
        void refusesAMissingRequiredText(String data) {
            assertThat(refused("{'type':'textfield','key':'note','validate':{'required':true}}", data))
                    .containsExactly("note required");
        }

        @Test
        void refusesAnUntickedBoxThatMustBeTicked() {
            assertThat(refused("{'type':'checkbox','key':'ok','validate':{'required':true}}", "{'ok':false}"))
                    .containsExactly("ok required");
        }

        @Test
        void doesNotInventADefaultForWhatWasNotSent() {
            assertThat(refused(
                            "{'type':'textfield','key':'note','defaultValue':'x','validate':{'required':true}}", "{}"))
                    .containsExactly("note required");
        }

        @Test
        void countsLengthsWithoutTheSpacesAround() {
            String field = "{'type':'textarea','key':'why','validate':{'minLength':3,'maxLength':5}}";
            assertThat(refused(field, "{'why':' ab\\u00a0'}")).containsExactly("why min-length");
            assertThat(refused(field, "{'why':'  abcde  '}")).isEmpty();
            assertThat(refused(field, "{'why':'abcdef'}")).containsExactly("why max-length");
        }

        @Test
        void tellsTheBoundThatIsBroken() {
            List<FieldError> errors =
                    VALIDATOR.validate(form("{'type':'number','key':'n','validate':{'min':10}}"), json("{'n':3}"));
            assertThat(errors).singleElement().satisfies(error -> assertThat(error.args())
                    .hasToString("[10]"));
        }

        @ParameterizedTest
        @CsvSource({"11,max", "-1,min", "1.5,whole-number", "'\"5\"',type", "[],type", "1e400,type", "true,type"})
        void refusesANumberThatIsNotOneOnTheScale(String sent, String code) {
            assertThat(refused(
                            "{'type':'number','key':'n','decimalDigits':0,'validate':{'min':0,'max':10}}",
                            "{'n':" + sent + "}"))
                    .contains("n " + code);
        }

        @Test
        void takesANumberAsTextOnlyWhereTheFieldIsKeptAsText() {
            String field = "{'type':'number','key':'n','serializeToString':true}";
            assertThat(refused(field, "{'n':'12.5'}")).isEmpty();
            assertThat(refused(field, "{'n':12.5}")).containsExactly("n type");
            assertThat(refused(field, "{'n':'twelve'}")).containsExactly("n type");
        }

        @Test
        void refusesAChoiceThatIsNotOnTheList() {
            String values = "'values':[{'label':'Yes','value':'YES'},{'label':'No','value':'NO'}]";
            assertThat(refused("{'type':'radio','key':'a'," + values + "}", "{'a':'MAYBE'}"))
                    .containsExactly("a option");
            assertThat(refused("{'type':'select','key':'a'," + values + "}", "{'a':['YES']}"))
                    .containsExactly("a option");
            assertThat(refused("{'type':'checklist','key':'a'," + values + "}", "{'a':['YES','MAYBE']}"))
                    .containsExactly("a option");
            assertThat(refused("{'type':'taglist','key':'a'," + values + "}", "{'a':'YES'}"))
                    .containsExactly("a type");
        }

        @Test
        void refusesALineBreakInASingleLine() {
            assertThat(refused("{'type':'textfield','key':'a'}", "{'a':'one\\ntwo'}"))
                    .containsExactly("a single-line");
            assertThat(refused("{'type':'textarea','key':'a'}", "{'a':'one\\ntwo'}"))
                    .isEmpty();
        }

        @Test
        void checksMailAddressesAndTelephoneNumbers() {
            assertThat(refused("{'type':'textfield','key':'a','validate':{'validationType':'email'}}", "{'a':'x@'}"))
                    .containsExactly("a email");
            assertThat(refused(
                            "{'type':'textfield','key':'a','validate':{'validationType':'phone'}}",
                            "{'a':'+4530664040'}"))
                    .isEmpty();
        }

        @Test
        void readsAPatternAsTheBrowserDoes() {
            String field = "{'type':'textarea','key':'a','validate':{'pattern':'^[0-9]{2}$'}}";
            assertThat(refused(field, "{'a':'12'}")).isEmpty();
            assertThat(refused(field, "{'a':'12\\n'}")).containsExactly("a pattern");
        }
    }

    @Nested
    class Dates {

        @ParameterizedTest
        @ValueSource(strings = {"2026-02-30", "2026-2-3", "14.03.2026", "2026-03-14T10:00", "1899-12-31", "soon"})
        void refusesADayThatDoesNotExistOrIsWrittenOtherwise(String day) {
            assertThat(refused("{'type':'datetime','key':'d','subtype':'date'}", "{'d':'" + day + "'}"))
                    .containsExactly("d date-format");
        }

        @Test
        void acceptsADayAndAMomentWithItsOffset() {
            assertThat(refused("{'type':'datetime','key':'d','subtype':'date'}", "{'d':'2026-03-14'}"))
                    .isEmpty();
            assertThat(refused(
                            "{'type':'datetime','key':'d','subtype':'datetime','timeSerializingFormat':'utc_offset'}",
                            "{'d':'2026-03-14T09:30+01:00'}"))
                    .isEmpty();
        }

        @Test
        void refusesAMomentThatCouldBeInAnyTimeZone() {
            assertThat(refused(
                            "{'type':'datetime','key':'d','subtype':'datetime','timeSerializingFormat':'utc_offset'}",
                            "{'d':'2026-03-14T09:30'}"))
                    .containsExactly("d date-format");
        }

        @Test
        void refusesYesterdayWhereOnlyTheFutureCounts() {
            String field = "{'type':'datetime','key':'d','subtype':'date','disallowPassedDates':true}";
            assertThat(refused(field, "{'d':'2026-03-13'}")).containsExactly("d date-past");
            assertThat(refused(field, "{'d':'2026-03-14'}")).isEmpty();
        }
    }

    @Nested
    class Structure {

        private static final String LIST =
                """
                {'type':'dynamiclist','path':'statements','components':[
                  {'type':'textfield','key':'danger','validate':{'required':true}},
                  {'type':'dynamiclist','path':'who','components':[
                    {'type':'textfield','key':'text','validate':{'required':true}}]}]}""";

        @Test
        void namesTheRowOfAnAnswer() {
            assertThat(refused(LIST, "{'statements':[{'danger':'a'},{'danger':'b','who':[{'text':''}]}]}"))
                    .containsExactly("statements[1].who[0].text required");
        }

        @Test
        void acceptsAnEmptyOrMissingList() {
            assertThat(refused(LIST, "{'statements':[]}")).isEmpty();
            assertThat(refused(LIST, "{}")).isEmpty();
        }

        @Test
        void refusesKeysThatTheFormDoesNotHaveAtAnyDepth() {
            assertThat(refused(LIST, "{'extra':1,'statements':[{'danger':'a','x':1,'who':[{'text':'t','y':{}}]}]}"))
                    .containsExactlyInAnyOrder(
                            "extra unknown-key", "statements[0].x unknown-key", "statements[0].who[0].y unknown-key");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{'statements':{}}", "{'statements':'x'}", "{'statements':7}"})
        void refusesSomethingElseInPlaceOfAList(String data) {
            assertThat(refused(LIST, data)).contains("statements type");
        }

        @Test
        void refusesSomethingElseInPlaceOfARow() {
            assertThat(refused(LIST, "{'statements':[null]}")).contains("statements[0] type");
            assertThat(refused(LIST, "{'statements':['x']}")).contains("statements[0] type");
        }

        @Test
        void readsGroupsAndDottedKeysAsTheSamePlace() {
            String components =
                    """
                    {'type':'group','path':'covers','components':[
                      {'type':'number','key':'concerns','validate':{'required':true}}]},
                    {'type':'number','key':'covers.goals','validate':{'required':true}}""";
            assertThat(refused(components, "{'covers':{'concerns':1}}")).containsExactly("covers.goals required");
            assertThat(refused(components, "{'covers':7}")).contains("covers type");
        }

        @ParameterizedTest
        @ValueSource(strings = {"[]", "'text'", "7", "true"})
        void refusesASubmissionThatIsNoObject(String data) {
            assertThat(refused("{'type':'textfield','key':'a'}", data)).contains(" type");
        }
    }

    @Nested
    class Conditions {

        private static final String TALKED =
                """
                {'type':'radio','key':'talked','values':[{'label':'Yes','value':'YES'},{'label':'No','value':'NO'}]},
                {'type':'textarea','key':'reason','validate':{'required':true},
                 'conditional':{'hide':'=talked != \\"NO\\"'}}""";

        @Test
        void doesNotRequireWhatIsNotAsked() {
            assertThat(refused(TALKED, "{'talked':'YES'}")).isEmpty();
            assertThat(refused(TALKED, "{}")).isEmpty();
        }

        @Test
        void requiresWhatIsAsked() {
            assertThat(refused(TALKED, "{'talked':'NO'}")).containsExactly("reason required");
        }

        @Test
        void refusesAnAnswerToWhatIsNotAsked() {
            assertThat(refused(TALKED, "{'talked':'YES','reason':'because'}")).containsExactly("reason hidden");
            assertThat(refused(TALKED, "{'talked':'YES','reason':''}")).isEmpty();
        }

        @Test
        void hidesWhereAConditionHasNoAnswerToGoBy() {
            assertThat(refused(
                            """
                            {'type':'number','key':'n'},
                            {'type':'textfield','key':'a','validate':{'required':true},
                             'conditional':{'hide':'=n > 3'}}""",
                            "{}"))
                    .isEmpty();
        }

        @Test
        void showsAFieldWhoseConditionCannotBeRead() {
            assertThat(refused(
                            "{'type':'textfield','key':'a','validate':{'required':true},'conditional':{'hide':'=)('}}",
                            "{}"))
                    .containsExactly("a required");
        }

        @Test
        void looksAtItsOwnRowByThis() {
            String list =
                    """
                    {'type':'dynamiclist','path':'rows','components':[
                      {'type':'checkbox','key':'left'},
                      {'type':'textfield','key':'why','validate':{'required':true},
                       'conditional':{'hide':'=this.left != true'}}]}""";
            assertThat(refused(list, "{'rows':[{'left':true},{'left':false}]}"))
                    .containsExactly("rows[0].why required");
        }

        @Test
        void hidesAGroupWithEverythingInIt() {
            String group =
                    """
                    {'type':'checkbox','key':'asked'},
                    {'type':'group','path':'g','conditional':{'hide':'=asked != true'},'components':[
                      {'type':'textfield','key':'a','validate':{'required':true}},
                      {'type':'dynamiclist','path':'l','components':[{'type':'textfield','key':'b'}]}]}""";
            assertThat(refused(group, "{'asked':false}")).isEmpty();
            assertThat(refused(group, "{'asked':true}")).containsExactly("g.a required");
            assertThat(refused(group, "{'g':{'a':'x','l':[{'b':'y'}]}}"))
                    .containsExactlyInAnyOrder("g.a hidden", "g.l hidden");
        }

        @Test
        void readsABoundFromAnExpression() {
            assertThat(refused(
                            """
                            {'type':'number','key':'least'},
                            {'type':'number','key':'n','validate':{'min':'=least'}}""",
                            "{'least':5,'n':4}"))
                    .containsExactly("n min");
        }

        @Test
        void refusesAnAnswerToADisabledField() {
            assertThat(refused("{'type':'textfield','key':'a','disabled':true}", "{'a':'x'}"))
                    .containsExactly("a read-only");
        }
    }

    @Nested
    class HostileInput {

        private static final String MANY =
                """
                {'type':'textfield','key':'t','validate':{'pattern':'^(a|a)*$','required':true}},
                {'type':'textarea','key':'x'},{'type':'number','key':'n','decimalDigits':2},
                {'type':'checkbox','key':'c'},{'type':'datetime','key':'d'},
                {'type':'taglist','key':'l','values':['a']},{'type':'select','key':'s','values':['a']},
                {'type':'dynamiclist','path':'rows','components':[{'type':'textfield','key':'a'}]}""";

        @Test
        void neverThrowsOnALongTextOrAnEndlessPattern() {
            ObjectNode data = JSON.createObjectNode();
            for (String key : List.of("t", "x", "n", "c", "d", "l", "s", "rows")) {
                data.put(key, "a".repeat(100_000) + "!");
            }
            assertThat(VALIDATOR.validate(form(MANY), data))
                    .extracting(FieldError::field)
                    .contains("t", "n", "c", "d", "l", "s", "rows");
        }

        @Test
        void neverThrowsOnDeepNesting() {
            JsonNode deep = json("[".repeat(900) + "]".repeat(900));
            ObjectNode data = JSON.createObjectNode();
            for (String key : List.of("t", "x", "n", "c", "d", "l", "s", "rows")) {
                data.set(key, deep);
            }
            assertThat(VALIDATOR.validate(form(MANY), data))
                    .extracting(FieldError::field)
                    .contains("t", "x", "n", "c", "d", "l", "s");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1e999999", "-1e-999999", "123456789012345678901234567890.123", "0.0000000001"})
        void neverThrowsOnAHugeNumber(String number) {
            assertThat(VALIDATOR.validate(form(MANY), json("{'t':'a','c':" + number + ",'n':" + number + "}")))
                    .extracting(FieldError::field)
                    .contains("c");
        }
    }

    private static List<String> refused(String components, String data) {
        return VALIDATOR.validate(form(components), json(data)).stream()
                .map(error -> error.field() + " " + error.code())
                .toList();
    }

    private static JsonNode form(String components) {
        return json("{'type':'default','components':[" + components + "]}");
    }

    /** Single quotes for readability; a quote inside a text is written {@code \"}. */
    private static JsonNode json(String text) {
        try {
            return JSON.readTree(
                    text.replace("\\\"", "\u0001").replace('\'', '"').replace("\u0001", "\\\""));
        } catch (JsonProcessingException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
