package org.trivsel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/deadlines.md} is written from the decision table and the models, in words; when they change and it does not,
 * the build fails. {@code -Ddeadlines.write=true} writes it anew.
 */
class DeadlinesDocTest {

    private static final Path DOC = Path.of("docs", "deadlines.md");
    private static final Pattern RULE = Pattern.compile("'(T-[A-Z0-9]+)'");

    @Test
    void theDocumentSaysWhatTheTableAndTheModelsSay() throws IOException {
        String written = document();
        if (Boolean.getBoolean("deadlines.write")) {
            Files.writeString(DOC, written);
        }
        assertThat(Files.readString(DOC))
                .as("mvn -Dtest=DeadlinesDocTest -Ddeadlines.write=true test writes it anew")
                .isEqualTo(written);
    }

    @Test
    void everyRuleThatAModelNamesStandsInTheTable() {
        assertThat(rules().keySet()).containsAll(places().keySet());
    }

    private static String document() {
        Map<String, List<String>> places = places();
        StringBuilder text = new StringBuilder(
                """
                # Deadlines

                What starts each clock, how long it runs, who is told, and where it stands in the models. Lengths are changed in
                `bpmn/deadlines.dmn` (see [modelling](modelling.md)). A deadline with a task ends when the task is done; one without
                ends as said under *Ends with*, and every one with the case. Reminders come in the morning and go into the daily mail;
                those marked **at once** keep to the minute and are mailed by themselves. Calendar days keep the time of day also over
                the nights in which the clock is changed; hours stay hours.

                | Deadline | Starts with | Is due | Reminds | Turns to | May be moved by | Set by | In a pause | Ends with | Where |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                """);
        rules().forEach((key, rule) -> text.append("| **")
                .append(key)
                .append("** ")
                .append(rule.get("title"))
                .append(rule.get("country").isEmpty() ? "" : " (" + rule.get("country") + ")")
                .append(" | ")
                .append(rule.get("startedBy"))
                .append(" | ")
                .append(due(rule))
                .append(" | ")
                .append(rule.get("atOnce").equals("true") ? "**at once** " : "")
                .append(reminders(rule))
                .append(" | ")
                .append(escalations(rule))
                .append(" | ")
                .append(rule.get("extendBy").isEmpty() ? "–" : words(rule.get("extendBy")))
                .append(" | ")
                .append(
                        rule.get("statutory").equals("true")
                                ? "**the law**: " + rule.get("source")
                                : rule.get("source"))
                .append(" | ")
                .append(rule.get("runsWhilePaused").equals("true") ? "runs on" : "moves along")
                .append(" | ")
                .append(rule.get("endedBy").isEmpty() ? "its task" : rule.get("endedBy"))
                .append(" | ")
                .append(String.join("<br>", places.getOrDefault(key, List.of("–"))))
                .append(" |\n"));
        return text.toString();
    }

    private static String due(Map<String, String> rule) {
        String days = rule.get("days").equals("WORKING") ? " (working days)" : "";
        String earliest = rule.get("earliest");
        return (earliest.isEmpty() ? "" : words(earliest) + " to ") + side(rule.get("length")) + days;
    }

    private static String side(String length) {
        return length.startsWith("-") ? words(length.substring(1)) + " before" : words(length) + " after";
    }

    private static String reminders(Map<String, String> rule) {
        if (rule.get("reminders").isEmpty()) {
            return "nobody";
        }
        List<String> times = Stream.of(rule.get("reminders").split(","))
                .map(time -> time.equals("-P0D")
                        ? "on the day"
                        : time.startsWith("-") ? words(time.substring(1)) + " ahead" : words(time) + " after the start")
                .toList();
        String shown = times.size() > 6
                ? "every day from " + times.get(0) + " to " + times.get(times.size() - 1)
                : String.join(", ", times);
        return rule.get("reminded").replace(",", " and ") + ": " + shown;
    }

    private static String escalations(Map<String, String> rule) {
        return rule.get("escalations").isEmpty()
                ? "nobody"
                : Stream.of(rule.get("escalations").split(","))
                        .map(step -> step.substring(step.indexOf(':') + 1) + ": "
                                + side(step.substring(0, step.indexOf(':'))))
                        .collect(Collectors.joining(", "));
    }

    /** {@code P14D} → 14 days. */
    private static String words(String length) {
        if (length.startsWith("PT")) {
            return count(Duration.parse(length).toHours(), "hour");
        }
        Period period = Period.parse(length);
        return period.toTotalMonths() > 0
                ? count(period.toTotalMonths(), "month")
                : length.endsWith("W") ? count(period.getDays() / 7, "week") : count(period.getDays(), "day");
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** The rows of the table, each by the names of its columns. */
    private static Map<String, Map<String, String>> rules() {
        DecisionTable table = Dmn.readModelFromFile(new File("bpmn/deadlines.dmn"))
                .getModelElementsByType(DecisionTable.class)
                .iterator()
                .next();
        List<String> columns = table.getOutputs().stream().map(Output::getName).toList();
        Map<String, Map<String, String>> rules = new LinkedHashMap<>();
        for (Rule row : table.getRules()) {
            Map<String, String> rule = new LinkedHashMap<>();
            int column = 0;
            for (var entry : row.getOutputEntries()) {
                rule.put(columns.get(column++), entry.getTextContent().strip().replace("\"", ""));
            }
            String key = row.getInputEntries().iterator().next().getTextContent();
            rules.put(key.strip().replace("\"", ""), rule);
        }
        return rules;
    }

    /** Where the models name a rule: {@code mapping.UserTask_TalkWithChild}. */
    private static Map<String, List<String>> places() {
        Map<String, List<String>> places = new TreeMap<>();
        File[] models = new File("bpmn").listFiles((folder, name) -> name.endsWith(".bpmn"));
        Stream.of(models).sorted().forEach(file -> {
            var model = Bpmn.readModelFromFile(file);
            String process = model.getModelElementsByType(Process.class)
                    .iterator()
                    .next()
                    .getId();
            model.getModelElementsByType(UserTask.class)
                    .forEach(task -> note(places, String.valueOf(task.getCamundaDueDate()), process, task.getId()));
            model.getModelElementsByType(TimeDate.class)
                    .forEach(date -> note(places, date.getTextContent(), process, owner(date)));
        });
        places.values().forEach(found -> found.sort(null));
        return places;
    }

    private static String owner(ModelElementInstance inside) {
        ModelElementInstance element = inside;
        while (!(element instanceof FlowElement found)) {
            element = element.getParentElement();
        }
        return found.getId();
    }

    private static void note(Map<String, List<String>> places, String expression, String process, String element) {
        var matcher = RULE.matcher(expression);
        if (matcher.find()) {
            places.computeIfAbsent(matcher.group(1), key -> new ArrayList<>()).add("`" + process + "." + element + "`");
        }
    }
}
