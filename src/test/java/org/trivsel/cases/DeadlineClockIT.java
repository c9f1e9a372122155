package org.trivsel.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.trivsel.demo.CaseScript;
import org.trivsel.platform.deadline.DeadlineKeeper;
import org.trivsel.platform.deadline.DeadlineRule;
import org.trivsel.platform.deadline.DeadlineTable;
import org.trivsel.platform.deadline.RulesInModels;
import org.trivsel.platform.notification.NoticeWishes;
import org.trivsel.platform.notification.NoticeWishes.Wish;

/**
 * Every deadline of the method on the clock: whom it reminds and when, whom it turns to and when, and that it falls silent
 * with the work. What is expected stands in {@code deadline-clock.csv}, worked out by hand.
 */
@OnH2
class DeadlineClockIT extends CaseTest {

    private static final LocalDateTime START = LocalDateTime.parse("2026-03-06T12:00");
    private static final LocalDateTime END = LocalDateTime.parse("2027-03-07T12:00");
    private static final Map<String, String> ROLES = Map.of(
            "signe", "caseworker", "mads", "caseworker", "lars", "consultant", "ida", "consultant", "karen", "manager");

    @Autowired
    DeadlineKeeper keeper;

    @Autowired
    DeadlineTable table;

    @Autowired
    RulesInModels rules;

    @Autowired
    RepositoryService repository;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    NoticeWishes wishes;

    private final Map<String, Long> spoken = new HashMap<>();
    private final Map<String, Long> silenced = new HashMap<>();

    record Expected(String rule, String country, LocalDateTime due, List<String> words, LocalDateTime start) {

        @Override
        public String toString() {
            return rule;
        }
    }

    /** All at once, because a year passes only once. */
    @BeforeAll
    void aYearPasses() throws IOException {
        List<Expected> all = expected().toList();
        for (String country : List.of("DK", "SE")) {
            List<Expected> ofCountry =
                    all.stream().filter(one -> one.country().equals(country)).toList();
            begin(CaseScript.read("case-a", json).as(country.equals("DK") ? "2026-0801" : "2026-0802"));
            playUntil("2026-03-06T11:31"); // the consultants are named; nobody has asked for consent
            jdbc.sql("update safety_case set country = ? where case_ref = ?")
                    .params(country, caseRef())
                    .update();
            time.startAt(at(START));
            transaction.executeWithoutResult(status -> {
                ofCountry.forEach(one -> begin(one, "spoken"));
                ofCountry.stream().filter(one -> !hasClock(one)).forEach(one -> {
                    begin(one, "silent");
                    keeper.taskEnded("silent-" + one.rule());
                });
            });
            ofCountry.forEach(one -> spoken.put(one.rule(), id(one, "spoken")));
            ofCountry.stream()
                    .filter(one -> !hasClock(one))
                    .forEach(one -> silenced.put(one.rule(), id(one, "silent")));
        }
        ROLES.keySet().forEach(one -> wishes.choose(one, new Wish(LocalTime.of(7, 0), false, true)));
        time.moveTo(at(END));
        ROLES.keySet().forEach(one -> wishes.choose(one, new Wish(LocalTime.of(7, 0), true, true)));
    }

    @ParameterizedTest
    @MethodSource("expected")
    void fallsDue(Expected one) {
        assertThat(local("select due_at from deadline where id = ?", spoken.get(one.rule())))
                .containsExactly(one.due().toString());
    }

    @ParameterizedTest
    @MethodSource("expected")
    void tellsTheRightPeopleAtTheRightTime(Expected one) {
        assertThat(told(spoken.get(one.rule()))).isEqualTo(new TreeSet<>(one.words()));
    }

    @Test
    void saysNothingWhenTheWorkIsDone() {
        assertThat(silenced).hasSizeGreaterThan(15);
        assertThat(silenced.values()).allSatisfy(id -> assertThat(told(id)).isEmpty());
    }

    @Test
    void everyWordIsToldOnceToEachPerson() {
        assertThat(jdbc.sql("select count(*) from (select deadline_id, username, kind, at from notice"
                                + " group by deadline_id, username, kind, at having count(*) > 1) twice")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    static Stream<Expected> expected() throws IOException {
        try (InputStream file = DeadlineClockIT.class.getResourceAsStream("/deadline-clock.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> line.split("; "))
                            .map(cell -> new Expected(
                                    cell[0],
                                    cell[1],
                                    LocalDateTime.parse(cell[2]),
                                    words(cell[3]),
                                    cell.length > 4 ? LocalDateTime.parse(cell[4]) : START))
                            .toList()
                            .stream();
        }
    }

    private static List<String> words(String cell) {
        List<String> words = new ArrayList<>();
        for (String word : cell.split(" ")) {
            String role = word.substring(0, word.indexOf('@'));
            String[] range = word.substring(word.indexOf('@') + 1).split("\\.\\.");
            LocalDateTime last = LocalDateTime.parse(range[range.length - 1]);
            for (LocalDateTime at = LocalDateTime.parse(range[0]); !at.isAfter(last); at = at.plusDays(1)) {
                words.add(at + " " + role);
            }
        }
        return words;
    }

    private void begin(Expected one, String name) {
        if (hasClock(one)) {
            DeadlineRule rule = table.rule(one.rule());
            Instant start =
                    rule.length().startsWith("-") ? at(one.due().minus(Period.parse(rule.length()))) : at(one.start());
            dates.start(caseRef(), rule.startedBy(), start);
        } else {
            String[] place = place(one.rule());
            keeper.taskCreated(name + "-" + one.rule(), caseRef(), place[0], place[1], at(one.due()));
        }
    }

    private long id(Expected one, String name) {
        return jdbc.sql(
                        "select max(id) from deadline where case_ref = ? and rule_key = ? and (task_id is null or task_id = ?)")
                .params(caseRef(), one.rule(), name + "-" + one.rule())
                .query(Long.class)
                .single();
    }

    private boolean hasClock(Expected one) {
        return table.rule(one.rule()).hasClock();
    }

    /** Where a model names the rule; the agreed meeting is named by its agreement. */
    private String[] place(String rule) {
        if (rule.equals("T-MEETING")) {
            return new String[] {definition("network-meeting"), "UserTask_HoldNetworkMeeting"};
        }
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .flatMap(definition ->
                        repository
                                .getBpmnModelInstance(definition.getId())
                                .getModelElementsByType(UserTask.class)
                                .stream()
                                .map(task -> new String[] {definition.getId(), task.getId()}))
                .filter(place ->
                        rules.of(place[0], place[1]).filter(rule::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no task follows " + rule));
    }

    private String definition(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getId();
    }

    private TreeSet<String> told(Long deadline) {
        TreeSet<String> told = new TreeSet<>();
        jdbc.sql("select username, at from notice where deadline_id = ?")
                .param(deadline)
                .query((row, number) -> told.add(
                        minute(row.getObject("at", OffsetDateTime.class)) + " " + ROLES.get(row.getString("username"))))
                .list();
        return told;
    }

    private List<String> local(String sql, Long id) {
        return jdbc.sql(sql)
                .param(id)
                .query((row, number) -> minute(row.getObject(1, OffsetDateTime.class)))
                .list();
    }

    private static String minute(OffsetDateTime at) {
        return LocalDateTime.ofInstant(at.toInstant(), ZONE)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(ZONE).toInstant();
    }
}
