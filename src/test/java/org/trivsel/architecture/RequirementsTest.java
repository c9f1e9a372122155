package org.trivsel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each requirement stands in docs/requirements.md once, and every place that is named for it exists. */
class RequirementsTest {

    private static final Path PAGE = Path.of("docs/requirements.md");
    private static final int REQUIREMENTS = 239;
    private static final Pattern ROW = Pattern.compile("\\| (R\\d{3}) \\|(.*)\\|");
    private static final Pattern ISSUE = Pattern.compile("(?m)^\\| ([A-Z][a-z' ]+[a-z]) \\| [a-z]");
    private static final Pattern NAMED = Pattern.compile("`([^`]+)`");
    private static final Pattern MODEL_ID = Pattern.compile("<(?:bpmn:)?\\w+[^>]*? id=\"([^\"]+)\"");
    private static final Pattern DEADLINE = Pattern.compile("\"(T-[A-Z0-9]+)\"");

    private static List<Row> rows = List.of();

    record Row(String number, String asksFor, String status, String models, String forms, String code) {

        static Row of(MatchResult line) {
            String[] cells = line.group(2).split("\\|", -1);
            assertThat(cells).as(line.group(1)).hasSize(5);
            return new Row(line.group(1), cells[0].strip(), cells[1].strip(), cells[2], cells[3], cells[4].strip());
        }
    }

    @BeforeAll
    static void read() throws IOException {
        rows = ROW.matcher(Files.readString(PAGE)).results().map(Row::of).toList();
    }

    @Test
    void everyRequirementStandsThereOnceAndInOrder() {
        assertThat(rows)
                .extracting(Row::number)
                .isEqualTo(IntStream.rangeClosed(1, REQUIREMENTS)
                        .mapToObj("R%03d"::formatted)
                        .toList());
        assertThat(rows).noneMatch(row -> row.asksFor().isEmpty());
    }

    @Test
    void isDoneOrComesWithAnIssueOrSaysWhyNot() throws IOException {
        Set<String> issues = new HashSet<>();
        ISSUE.matcher(Files.readString(PAGE)).results().forEach(issue -> issues.add(issue.group(1)));

        assertThat(rows).allSatisfy(row -> {
            String[] status = row.status().split(": ", 2);
            assertThat(status[0]).as(row.number()).isIn("done", "later", "out of scope");
            switch (status[0]) {
                case "done" ->
                    assertThat(row.models() + row.forms() + row.code())
                            .as(row.number())
                            .contains("`");
                case "later" -> assertThat(status[1]).as(row.number()).isIn(issues);
                default -> assertThat(status[1]).as(row.number()).isNotBlank();
            }
        });
    }

    @Test
    void countsThemAsTheyAre() throws IOException {
        long done = rows.stream().filter(row -> row.status().equals("done")).count();
        long later =
                rows.stream().filter(row -> row.status().startsWith("later")).count();

        assertThat(Files.readString(PAGE))
                .containsIgnoringWhitespaces("%d are done, %d come later, %d are out of scope"
                        .formatted(done, later, REQUIREMENTS - done - later));
    }

    @Test
    void everyModelElementExists() {
        var missing = named(Row::models, RequirementsTest::isInTheModels);

        assertThat(missing).isEmpty();
    }

    @Test
    void everyFormFieldExists() {
        var missing = named(Row::forms, RequirementsTest::isInTheForms);

        assertThat(missing).isEmpty();
    }

    @Test
    void everyClassAndTestExists() throws IOException {
        Set<String> classes = new HashSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .forEach(name -> classes.add(name.substring(0, name.length() - ".java".length())));
        }
        var missing =
                named(Row::code, name -> name.endsWith(".md") ? Files.exists(Path.of(name)) : classes.contains(name));

        assertThat(missing).isEmpty();
    }

    private static List<String> named(Function<Row, String> cell, Predicate<String> exists) {
        return rows.stream()
                .flatMap(row -> NAMED.matcher(cell.apply(row))
                        .results()
                        .map(name -> name.group(1))
                        .filter(exists.negate())
                        .map(name -> row.number() + " names " + name))
                .toList();
    }

    /** `process.Element`, `deadlines.KEY`, or a whole decision table. */
    private static boolean isInTheModels(String name) {
        String[] parts = name.split("\\.", 2);
        Path table = Path.of("bpmn", parts[0] + ".dmn");
        if (parts.length == 1) {
            return Files.exists(table);
        }
        boolean isTable = Files.exists(table);
        Path file = isTable ? table : Path.of("bpmn", parts[0] + ".bpmn");
        return Files.exists(file)
                && (isTable ? DEADLINE : MODEL_ID).matcher(text(file)).results().anyMatch(found -> found.group(1)
                        .equals(parts[1]));
    }

    /** `form.field`, with the paths of groups and lists around the field. */
    private static boolean isInTheForms(String name) {
        String[] parts = name.split("\\.", 2);
        Path file = FormFiles.form(parts[0]);
        if (parts.length == 1 || !Files.exists(file)) {
            return false;
        }
        JsonNode form = FormFiles.read(file);
        return FormFiles.components(form).stream()
                .anyMatch(placed -> (placed.scope() + placed.name()).equals(parts[1]));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
