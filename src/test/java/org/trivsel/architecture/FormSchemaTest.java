package org.trivsel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trivsel.architecture.FormFiles.Placed;

/** What every form keeps to, so that Camunda's own editor opens it and the platform can read its answers. */
class FormSchemaTest {

    private static final Set<String> TYPES = Set.of(
            "group",
            "dynamiclist",
            "text",
            "separator",
            "textfield",
            "textarea",
            "number",
            "datetime",
            "select",
            "radio",
            "checkbox",
            "checklist",
            "taglist");
    private static final Set<String> PROPERTIES = Set.of("processVariable", "widget", "folded", "minRows", "maxRows");
    private static final Set<String> OPTION_SOURCES = Set.of(
            "people",
            "parents",
            "custodyHolders",
            "children",
            "network",
            "familyAndNetwork",
            "professionals",
            "staff",
            "caseworkers",
            "consultants",
            "users",
            "statements",
            "goals",
            "planRules",
            "openDeviations",
            "agreements",
            "pictures");
    private static final Set<String> ABOUT_THE_CASE =
            Set.of("statements", "goals", "planRules", "openDeviations", "agreements", "pictures");
    private static final Map<String, Set<String>> WIDGETS =
            Map.of("person", Set.of("select", "taglist"), "scale", Set.of("number"), "schedule", Set.of("dynamiclist"));
    private static final Pattern NAME = Pattern.compile("\"[^\"]*\"|[A-Za-z][A-Za-z0-9]*(?:\\.[A-Za-z][A-Za-z0-9]*)*");
    private static final Set<String> FEEL_WORDS = Set.of(
            "null",
            "true",
            "false",
            "not",
            "and",
            "or",
            "if",
            "then",
            "else",
            "some",
            "in",
            "satisfies",
            "x",
            "list",
            "contains",
            "count");

    static Stream<Path> forms() {
        return FormFiles.all();
    }

    @Test
    void findsTheForms() {
        assertThat(forms()).hasSizeGreaterThan(60);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void saysWhatItIs(Path file) {
        JsonNode form = FormFiles.read(file);
        assertThat(form.path("id").asText()).isEqualTo(FormFiles.id(file)).matches("[a-z]+(-[a-z]+)*");
        assertThat(form.path("type").asText()).isEqualTo("default");
        assertThat(form.path("schemaVersion").asInt()).isEqualTo(18);
        assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
        JsonNode properties = form.path("properties");
        assertThat(properties.path("title").asText()).isNotBlank();
        assertThat(properties.path("specification").asText()).matches("F[0-3][0-9]");
        assertThat(properties.path("visibleTo").asText()).isIn("AUTHORITY", "PLUS_CONSULTANT", "FAMILY_COPY");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isMadeOfStandardComponents(Path file) {
        for (Placed component : components(file)) {
            assertThat(component.type()).as(component.id()).isIn(TYPES);
            assertThat(names(component.json().path("properties")))
                    .as(component.id())
                    .isSubsetOf(PROPERTIES);
            String widget = component.property("widget");
            if (!widget.isEmpty()) {
                assertThat(WIDGETS).as(component.id()).containsKey(widget);
                assertThat(component.type()).as(component.id()).isIn(WIDGETS.get(widget));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void namesEachComponentAndEachAnswerOnce(Path file) {
        Set<String> ids = new HashSet<>();
        Set<String> answers = new HashSet<>();
        for (Placed component : components(file)) {
            assertThat(component.id()).matches("(Field|List|Group|Section|Text|Separator)_[A-Za-z0-9_]+");
            assertThat(ids.add(component.id()))
                    .as("%s is there twice", component.id())
                    .isTrue();
            if (!component.name().isEmpty()) {
                assertThat(component.name()).matches("[a-z][A-Za-z0-9]*");
                assertThat(answers.add(component.scope() + component.name()))
                        .as("%s%s is asked twice", component.scope(), component.name())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void hasOneSourceOfOptionsForEachChoice(Path file) {
        for (Placed component : components(file)) {
            JsonNode json = component.json();
            if (Set.of("select", "radio", "checklist", "taglist").contains(component.type())) {
                assertThat(json.has("values")).as(component.id()).isNotEqualTo(json.has("valuesKey"));
            }
            if (json.has("valuesKey")) {
                String source = json.path("valuesKey").asText();
                assertThat(source).as(component.id()).isIn(OPTION_SOURCES);
                assertThat(component.property("widget").equals("person"))
                        .as("%s asks for a person", component.id())
                        .isNotEqualTo(ABOUT_THE_CASE.contains(source));
            }
            assertThat(json.path("values").findValuesAsText("value"))
                    .as(component.id())
                    .doesNotHaveDuplicates();
        }
    }

    /** The engine copies variables into its history: a text there would be out of everybody's reach. */
    @ParameterizedTest
    @MethodSource("forms")
    void neverLetsTextOrAPersonIntoTheProcess(Path file) {
        for (Placed component : components(file)) {
            if (component.property("processVariable").equals("true")) {
                assertThat(component.type())
                        .as(component.id())
                        .isIn("select", "radio", "checkbox", "number", "datetime");
                assertThat(component.json().has("valuesKey")).as(component.id()).isFalse();
                assertThat(component.scope()).as(component.id()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void boundsEveryTextAndNumber(Path file) {
        for (Placed component : components(file)) {
            JsonNode validate = component.json().path("validate");
            if (component.type().startsWith("text") && component.hasAnswer()) {
                assertThat(validate.has("maxLength")
                                || validate.path("pattern").asText().contains("$"))
                        .as(component.id())
                        .isTrue();
            }
            if (component.type().equals("number")) {
                assertThat(component.json().path("decimalDigits").asInt(-1))
                        .as(component.id())
                        .isZero();
                assertThat(validate.has("min") && validate.has("max"))
                        .as(component.id())
                        .isTrue();
            }
            if (component.property("widget").equals("scale")) {
                assertThat(validate.path("min").asInt(-1)).as(component.id()).isZero();
                assertThat(validate.path("max").asInt(-1)).as(component.id()).isEqualTo(10);
            }
        }
    }

    /** form-js rounds a time down to its interval as soon as it shows it; only planned times may lose minutes. */
    @ParameterizedTest
    @MethodSource("forms")
    void keepsTheMinuteAndTheZoneOfATime(Path file) {
        for (Placed component : components(file)) {
            if (component.json().path("subtype").asText().equals("datetime")) {
                assertThat(component.json().path("timeSerializingFormat").asText())
                        .as(component.id())
                        .isEqualTo("utc_offset");
                assertThat(component.json().path("timeInterval").asInt())
                        .as(component.id())
                        .isIn(1, 5);
                assertThat(component.json().path("use24h").asBoolean())
                        .as(component.id())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void hidesByItsOwnAnswersOnly(Path file) {
        List<Placed> components = components(file);
        Set<String> answers = components.stream()
                .filter(component -> !component.name().isEmpty())
                .map(component -> component.scope() + component.name())
                .collect(Collectors.toSet());
        for (Placed component : components) {
            String hide = component.json().path("conditional").path("hide").asText();
            if (!hide.isEmpty()) {
                assertThat(hide).as(component.id()).startsWith("=");
                assertThat(namesIn(hide, component.scope()))
                        .as(component.id())
                        .isNotEmpty()
                        .isSubsetOf(answers);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void foldsOnlyWhatComesLastAndMayStayEmpty(Path file) {
        boolean foldedBefore = false;
        for (JsonNode component : FormFiles.read(file).path("components")) {
            boolean isFolded =
                    component.path("properties").path("folded").asText().equals("true");
            assertThat(foldedBefore && !isFolded)
                    .as("%s comes after a folded section", component.path("id").asText())
                    .isFalse();
            foldedBefore = foldedBefore || isFolded;
            if (isFolded) {
                assertThat(alwaysAsked(component))
                        .as("required in a folded section")
                        .isEmpty();
            }
        }
    }

    private static List<String> alwaysAsked(JsonNode section) {
        return FormFiles.components(section).stream()
                .filter(component -> component.scope().isEmpty())
                .filter(component ->
                        component.json().path("validate").path("required").asBoolean())
                .filter(component -> !component.json().path("conditional").has("hide"))
                .map(Placed::id)
                .toList();
    }

    private static Set<String> namesIn(String expression, String scope) {
        Set<String> names = new HashSet<>();
        Matcher matcher = NAME.matcher(expression);
        while (matcher.find()) {
            String name = matcher.group();
            if (!name.startsWith("\"") && !FEEL_WORDS.contains(name)) {
                names.add(name.startsWith("this.") ? scope + name.substring("this.".length()) : name);
            }
        }
        return names;
    }

    private static List<Placed> components(Path file) {
        return FormFiles.components(FormFiles.read(file));
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
