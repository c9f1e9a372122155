package org.trivsel.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The forms as they lie in the repository, and what their tests ask of every component. */
final class FormFiles {

    static final Path SUBMISSIONS = Path.of("src/test/resources/submissions");
    private static final Path FORMS = Path.of("forms");
    private static final ObjectMapper JSON = new ObjectMapper();

    private FormFiles() {}

    static Stream<Path> all() {
        return list(FORMS, ".form");
    }

    static Stream<Path> list(Path folder, String suffix) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(suffix)).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String id(Path file) {
        return file.getFileName().toString().replaceFirst("\\.(form|json)$", "");
    }

    static Path form(String id) {
        return FORMS.resolve(id + ".form");
    }

    static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.toString(), unreadable);
        }
    }

    /** Every component of a form, in order, with all that lie inside it. */
    static List<Placed> components(JsonNode form) {
        List<Placed> found = new ArrayList<>();
        collect(form, "", found);
        return found;
    }

    private static void collect(JsonNode parent, String scope, List<Placed> found) {
        for (JsonNode component : parent.path("components")) {
            found.add(new Placed(component, scope));
            String path = component.path("path").asText("");
            collect(component, path.isEmpty() ? scope : scope + path + ".", found);
        }
    }

    /**
     * @param scope where its answer lies: empty at the top of the data, else the paths around it, each with a dot
     */
    record Placed(JsonNode json, String scope) {

        String id() {
            return json.path("id").asText();
        }

        String type() {
            return json.path("type").asText();
        }

        /** What its answer is called inside the scope; empty for what only shows something. */
        String name() {
            return json.path("key").asText(json.path("path").asText(""));
        }

        boolean hasAnswer() {
            return json.has("key");
        }

        String property(String name) {
            return json.path("properties").path(name).asText("");
        }
    }
}
