package org.trivsel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every text of the pages, errors and gates exists in English, Danish and Swedish, and no text is left over. */
class TextsTest {

    private static final Path I18N = Path.of("src/main/resources/i18n");
    private static final Path JAVA = Path.of("src/main/java");

    @ParameterizedTest
    @ValueSource(strings = {"messages", "gates", "validation"})
    void hasTheSameKeysInAllThreeLanguages(String bundle) throws IOException {
        Set<String> english = keys(bundle + ".properties");
        assertThat(keys(bundle + "_da.properties")).isEqualTo(english);
        assertThat(keys(bundle + "_sv.properties")).isEqualTo(english);
    }

    @Test
    void everyPageFindsItsTexts() throws IOException {
        assertThat(keys("messages.properties"))
                .containsAll(found(Path.of("src/main/resources/templates"), ".html", "#\\{([a-z][A-Za-z0-9.]*)[}(]"));
    }

    @Test
    void everyErrorOfTheRoomsHasAText() throws IOException {
        Set<String> codes = found(JAVA, ".java", "problems\\s*\\.add\\((?:[^;]*?), \"([a-z0-9-]+)\"[,)]");
        codes.addAll(found(JAVA, ".java", "problems\\.addIf\\((?:[^;]*?)\"([a-z][a-z0-9]*(?:-[a-z0-9]+)+)\""));
        Set<String> known = keys("messages.properties");
        known.addAll(keys("validation.properties"));
        assertThat(codes).hasSizeGreaterThan(30).allSatisfy(code -> assertThat(known)
                .contains("error." + code));
    }

    @Test
    void everythingAGateMissesHasAText() throws IOException {
        Set<String> codes = found(JAVA, ".java", "Missing\\.of\\(\\s*\"([a-z0-9-]+)\"");
        Set<String> known = keys("gates.properties");
        assertThat(codes).hasSizeGreaterThan(30).allSatisfy(code -> assertThat(known)
                .contains("gate." + code));
    }

    private static Set<String> found(Path folder, String ending, String pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(ending)).toList()) {
                Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(file));
                while (matcher.find()) {
                    found.add(matcher.group(1));
                }
            }
        }
        return found;
    }

    private static Set<String> keys(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(I18N.resolve(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }
}
