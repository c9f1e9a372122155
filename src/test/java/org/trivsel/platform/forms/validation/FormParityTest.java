package org.trivsel.platform.forms.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Feeds the same submissions to the real form-js (in Node, see {@code test/oracle.mjs}) and to the server's validator:
 * valid samples, and what a careless or hostile hand makes of them. Both must refuse the same fields.
 */
class FormParityTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FRONTEND = Path.of("src/main/frontend");
    private static final int PER_FORM = 8;
    private static final int PER_SYNTHETIC_FORM = 45;

    /** Our own rule beside those of form-js: how many rows a list needs. */
    private static final Set<String> BEYOND_FORM_JS = Set.of("min-rows", "max-rows");

    private static final Pattern AS_PICKERS_WRITE = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}([+-]\\d{2}:\\d{2})?)?|\\d{2}:\\d{2}([+-]\\d{2}:\\d{2})?");

    private final FormValidator validator = new FormValidator();

    @TempDir
    Path directory;

    private record Subject(String name, JsonNode form, List<JsonNode> submissions, boolean hasSample) {}

    @Test
    void serverAndFormJsRefuseTheSameFields() throws Exception {
        List<Subject> subjects = Stream.concat(forms(), syntheticForms()).toList();

        List<String> differences = new ArrayList<>();
        JsonNode verdicts = askFormJs(subjects);
        int compared = 0;
        int accepted = 0;
        for (int form = 0; form < subjects.size(); form++) {
            Subject subject = subjects.get(form);
            for (int index = 0; index < subject.submissions().size(); index++) {
                JsonNode submission = subject.submissions().get(index);
                JsonNode verdict = verdicts.get(form).get(index);
                Set<String> ours = refusedByServer(subject.form(), submission);
                compared++;
                accepted += ours.isEmpty() ? 1 : 0;
                if (!isSame(subject.form(), submission, verdict)) {
                    differences.add("%s%n  data    %s%n  server  %s%n  form-js %s"
                            .formatted(subject.name(), submission, ours, verdict));
                }
            }
        }

        System.out.printf("Compared %d submissions of %d forms, %d accepted%n", compared, subjects.size(), accepted);
        assertThat(differences).as("%d of %d", differences.size(), compared).isEmpty();
        assertThat(compared).isGreaterThanOrEqualTo(600);
        assertThat(accepted).as("both sides of every rule are tried").isBetween(compared / 10, compared * 9 / 10);
    }

    @Test
    void acceptsTheSamplesOfTheForms() throws IOException {
        List<String> refused = forms().filter(subject -> subject.hasSample())
                .filter(subject -> !validator
                        .validate(subject.form(), subject.submissions().get(0))
                        .isEmpty())
                .map(subject -> subject.name() + " "
                        + validator.validate(
                                subject.form(), subject.submissions().get(0)))
                .toList();

        assertThat(refused).isEmpty();
    }

    private Stream<Subject> forms() throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(Path.of("forms"))) {
            files = listed.filter(file -> file.toString().endsWith(".form"))
                    .sorted()
                    .toList();
        }
        assertThat(files).isNotEmpty();
        return files.stream().map(file -> subject(file, sampleOf(file)));
    }

    private static Path sampleOf(Path form) {
        String name = form.getFileName().toString().replace(".form", ".json");
        return Path.of("src/test/resources/submissions", name);
    }

    private Subject subject(Path file, Path sample) {
        JsonNode form = Persons.filledIn(read(file));
        Random random = new Random(file.getFileName().toString().hashCode());
        SampleAnswers answers = new SampleAnswers(random);
        Mutations mutations = new Mutations(random);
        JsonNode valid = Files.exists(sample) ? read(sample) : withoutHidden(form, answers.of(form));
        List<JsonNode> submissions = new ArrayList<>(List.of(valid, JSON.createObjectNode()));
        while (submissions.size() < PER_FORM - 1) {
            submissions.add(mutations.of(form, valid));
        }
        submissions.add(withoutHidden(form, answers.of(form)));
        return new Subject(file.getFileName().toString(), form, submissions, Files.exists(sample));
    }

    private Stream<Subject> syntheticForms() {
        JsonNode all = read(Path.of("src/test/resources/forms/every-component.json"));
        List<Subject> subjects = new ArrayList<>();
        for (JsonNode form : all) {
            String name = "synthetic: " + form.path("id").asText();
            Random random = new Random(name.hashCode());
            SampleAnswers answers = new SampleAnswers(random);
            Mutations mutations = new Mutations(random);
            List<JsonNode> submissions = new ArrayList<>();
            for (int index = 0; index < PER_SYNTHETIC_FORM / 3; index++) {
                JsonNode valid = withoutHidden(form, answers.of(form));
                submissions.add(valid);
                submissions.add(mutations.of(form, valid));
                submissions.add(mutations.of(form, mutations.of(form, valid)));
            }
            subjects.add(new Subject(name, form, submissions, false));
        }
        return subjects.stream();
    }

    /** Samples are drawn blindly; what turns out not to be asked is taken out, or few would be valid. */
    private JsonNode withoutHidden(JsonNode form, ObjectNode data) {
        for (FieldError error : validator.validate(form, data)) {
            if (error.code().equals("hidden")) {
                Mutations.remove(data, error.field());
            }
        }
        return data;
    }

    private Set<String> refusedByServer(JsonNode form, JsonNode submission) {
        Set<String> fields = new TreeSet<>();
        for (FieldError error : validator.validate(form, submission)) {
            if (!BEYOND_FORM_JS.contains(error.code())) {
                fields.add(error.field());
            }
        }
        return fields;
    }

    private static Set<String> refusedByFormJs(JsonNode verdict) {
        Set<String> fields = new TreeSet<>();
        verdict.path("refused").forEach(field -> fields.add(field.textValue()));
        return fields;
    }

    private boolean isSame(JsonNode form, JsonNode submission, JsonNode verdict) {
        Set<String> ours = refusedByServer(form, submission);
        Set<String> theirs = refusedByFormJs(verdict);
        if (verdict.has("broken") || hasWrongShape(form, submission)) {
            // where form-js breaks it names no field, and in the place of a wrong list it invents an empty row, on
            // which conditions may depend: then any refusal will do
            return !ours.isEmpty() && (verdict.has("broken") || !theirs.isEmpty());
        }
        Set<String> oddDates = oddlyWrittenDates(form, submission);
        ours.removeAll(oddDates);
        theirs.removeAll(oddDates);
        return ours.equals(theirs);
    }

    /** form-js takes whatever Date.parse takes; the server insists on the way in which the pickers write. */
    private Set<String> oddlyWrittenDates(JsonNode form, JsonNode submission) {
        Set<String> fields = new TreeSet<>();
        for (FieldError error : validator.validate(form, submission)) {
            JsonNode value =
                    submission.at("/" + error.field().replaceAll("[.\\[]", "/").replace("]", ""));
            if (error.code().equals("date-format")
                    && !AS_PICKERS_WRITE.matcher(value.asText()).matches()) {
                fields.add(error.field());
            }
        }
        return fields;
    }

    private boolean hasWrongShape(JsonNode form, JsonNode submission) {
        List<FieldError> wrong = new ArrayList<>();
        Shape.of(new FormComponent(form).children()).check(submission, ValuePath.ROOT, wrong::add);
        return wrong.stream().anyMatch(error -> error.code().equals("type"));
    }

    private JsonNode askFormJs(List<Subject> subjects) throws IOException, InterruptedException {
        ArrayNode input = JSON.createArrayNode();
        for (Subject subject : subjects) {
            ObjectNode one = input.addObject();
            one.set("form", subject.form());
            one.set("submissions", JSON.valueToTree(subject.submissions()));
        }
        Path in = directory.resolve("in.json");
        Path out = directory.resolve("out.json");
        JSON.writeValue(in.toFile(), input);
        Process node = new ProcessBuilder("node", "test/oracle.mjs", in.toString(), out.toString())
                .directory(FRONTEND.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        assertThat(node.waitFor(5, TimeUnit.MINUTES)).as("form-js has answered").isTrue();
        assertThat(node.exitValue())
                .as(() -> "node: " + readText(directory.resolve("log")))
                .isZero();
        return read(out);
    }

    private static JsonNode read(Path file) {
        return JsonFiles.read(file);
    }

    private static String readText(Path file) {
        return JsonFiles.text(file);
    }
}
