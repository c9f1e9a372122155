package org.trivsel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trivsel.architecture.FormFiles.Placed;

/** Nobody meets a half-translated form: every English text has a Danish and a Swedish one, and none is left over. */
class FormTranslationTest {

    private static final List<String> TEXTS = List.of("dateLabel", "timeLabel", "description", "text");

    @ParameterizedTest
    @ValueSource(strings = {"da", "sv"})
    void saysEverythingTheFormsSayAndNothingElse(String language) throws IOException {
        assertThat(translations(language).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(authored().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "sv"})
    void leavesNoTextEmptyOrWithSpacesAround(String language) throws IOException {
        translations(language).forEach((key, text) -> assertThat(text.toString())
                .as(key.toString())
                .isNotBlank()
                .isEqualTo(text.toString().strip()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "sv"})
    void saysEachTextOnce(String language) throws IOException {
        List<String> keys = Files.readAllLines(file(language)).stream()
                .filter(line -> line.contains("="))
                .map(line -> line.substring(0, line.indexOf('=')))
                .collect(Collectors.toList());
        assertThat(keys).doesNotHaveDuplicates();
    }

    /** A sentence that is the same in all three languages was forgotten; single words may well be the same. */
    @Test
    void leavesNoEnglishSentenceUntranslated() throws IOException {
        Map<String, String> english = authored();
        Properties danish = translations("da");
        Properties swedish = translations("sv");
        assertThat(english.keySet().stream()
                        .filter(key -> english.get(key).split(" ").length > 3)
                        .filter(key -> english.get(key).equals(danish.getProperty(key))
                                || english.get(key).equals(swedish.getProperty(key))))
                .isEmpty();
    }

    private static Map<String, String> authored() {
        Map<String, String> texts = new LinkedHashMap<>();
        FormFiles.all().forEach(file -> {
            JsonNode form = FormFiles.read(file);
            String formId = FormFiles.id(file);
            texts.put(formId, form.path("properties").path("title").asText());
            FormFiles.components(form).forEach(component -> collect(formId, component, texts));
        });
        return texts;
    }

    private static void collect(String formId, Placed component, Map<String, String> texts) {
        String code = formId + "." + component.id();
        JsonNode json = component.json();
        if (json.has("label")) {
            texts.put(code, json.path("label").asText());
        }
        for (String text : TEXTS) {
            if (json.has(text)) {
                texts.put(code + "." + text, json.path(text).asText());
            }
        }
        for (JsonNode option : json.path("values")) {
            texts.put(
                    code + "." + option.path("value").asText(),
                    option.path("label").asText());
        }
    }

    private static Path file(String language) {
        return Path.of("src/main/resources/i18n/forms_" + language + ".properties");
    }

    private static Properties translations(String language) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file(language))) {
            properties.load(reader);
        }
        return properties;
    }
}
