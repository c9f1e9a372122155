package org.trivsel.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.trivsel.demo.CasePlayer;
import org.trivsel.demo.CaseScript;
import org.trivsel.platform.deadline.DeadlineDates;
import org.trivsel.platform.engine.TimeMachine;
import org.trivsel.platform.forms.SubmissionRefused;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;
import org.trivsel.platform.worklist.CaseActions;
import org.trivsel.platform.worklist.GateBlocked;
import org.trivsel.practice.casefile.People;
import org.trivsel.practice.casefile.SafetyCase;
import org.trivsel.practice.casefile.SafetyCases;
import org.trivsel.practice.mapping.ScaleRatings;
import org.trivsel.practice.meeting.Meetings;
import org.trivsel.practice.plan.SafetyPlans;

/** A case played through the application, stopped now and then to look at it. Its tests run in order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CaseTest {

    static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    @Autowired
    CasePlayer player;

    @Autowired
    CaseActions actions;

    @Autowired
    TimeMachine time;

    @Autowired
    Users users;

    @Autowired
    SafetyCases cases;

    @Autowired
    SafetyPlans plans;

    @Autowired
    Meetings meetings;

    @Autowired
    ScaleRatings ratings;

    @Autowired
    People people;

    @Autowired
    DeadlineDates dates;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    private MockMvc api;

    private CaseScript script;
    private LocalDateTime played = LocalDateTime.MIN;

    /** Opens the script and sets the clock to shortly before its first step, whatever was played before. */
    void begin(CaseScript script) {
        this.script = script;
        played = LocalDateTime.MIN;
        jdbc.sql("delete from case_counter").update();
        time.startAt(script.steps().get(0).at().minusHours(1).atZone(ZONE).toInstant());
    }

    void playUntil(String moment) {
        LocalDateTime until = LocalDateTime.parse(moment);
        player.play(List.of(script), played, until);
        played = until;
    }

    /** What the script answers the first time this task comes. */
    ObjectNode answers(String taskKey) {
        return script.steps().stream()
                .filter(step -> taskKey.equals(step.task()))
                .map(step -> (ObjectNode) step.data())
                .findFirst()
                .orElseThrow()
                .deepCopy();
    }

    /** Does a task the script knows nothing of. */
    void answer(String username, String taskKey, String data) {
        try {
            player.complete(user(username), player.task(caseRef(), taskKey, null), json.readTree(data));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Starts one of the case's actions. */
    void start(String username, String message) {
        actions.start(user(username), caseRef(), message);
    }

    String caseRef() {
        return player.caseRef(script);
    }

    SafetyCase safetyCase() {
        return cases.get(caseRef());
    }

    User user(String username) {
        return users.find(username).orElseThrow();
    }

    /** The case as the API shows it. */
    JsonNode view(String username) {
        try {
            return json.readTree(api.perform(get("/api/cases/" + caseRef()).with(httpBasic(username, "demo")))
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    Instant dueAt(String deadline) {
        return moment(deadline, "dueAt");
    }

    LocalDate dueOn(String deadline) {
        return LocalDate.ofInstant(moment(deadline, "dueAt"), ZONE);
    }

    LocalDate earliestOn(String deadline) {
        return LocalDate.ofInstant(moment(deadline, "earliestAt"), ZONE);
    }

    /** What the case page says is still to come, in order. */
    List<String> stillToCome() {
        List<String> keys = new ArrayList<>();
        for (JsonNode one : view(safetyCase().caseworker()).path("deadlines")) {
            if (!one.path("past").asBoolean()) {
                keys.add(one.path("key").asText());
            }
        }
        return keys;
    }

    private Instant moment(String deadline, String field) {
        for (JsonNode one : view(safetyCase().caseworker()).path("deadlines")) {
            if (one.path("key").asText().equals(deadline)) {
                return OffsetDateTime.parse(one.path(field).asText()).toInstant();
            }
        }
        throw new AssertionError("the case shows no deadline " + deadline);
    }

    /** What the case page says is missing before a gate. */
    List<String> missing(String gate) {
        List<String> codes = new ArrayList<>();
        for (JsonNode one : view(safetyCase().caseworker()).path("gates")) {
            if (one.path("gate").asText().equals(gate)) {
                one.path("missing")
                        .forEach(missing -> codes.add(missing.path("code").asText()));
            }
        }
        return codes;
    }

    boolean passed(String gate) {
        for (JsonNode one : view(safetyCase().caseworker()).path("gates")) {
            if (one.path("gate").asText().equals(gate)) {
                return one.path("passed").asBoolean();
            }
        }
        throw new AssertionError("the case shows no gate " + gate);
    }

    /** Submits a task's form that a gate must refuse; what the gate named, such as {@code G4 network-too-small [3, 6]}. */
    List<String> refusedAtGate(String username, String taskKey, String data) {
        long entries = journalEntries();
        var task = player.task(caseRef(), taskKey, null);
        GateBlocked blocked = catchThrowableOfType(
                GateBlocked.class, () -> player.complete(user(username), task, json.readTree(data)));
        assertThat(blocked).as("the gate was open").isNotNull();
        assertThat(journalEntries()).isEqualTo(entries);
        assertThat(player.task(caseRef(), taskKey, null).id()).isEqualTo(task.id());
        return blocked.blocked().stream()
                .map(one -> one.gate() + " " + one.missing().code()
                        + (one.missing().args().isEmpty()
                                ? ""
                                : " " + one.missing().args()))
                .toList();
    }

    /** Submits a form that breaks a rule of its own; the fields and what was wrong with them. */
    List<String> refusedByForm(String username, String taskKey, String data) {
        long entries = journalEntries();
        var task = player.task(caseRef(), taskKey, null);
        SubmissionRefused refused = catchThrowableOfType(
                SubmissionRefused.class, () -> player.complete(user(username), task, json.readTree(data)));
        assertThat(refused).as("the form was accepted").isNotNull();
        assertThat(journalEntries()).isEqualTo(entries);
        return refused.errors().stream()
                .map(error -> error.field() + " " + error.code())
                .toList();
    }

    private long journalEntries() {
        return jdbc.sql("select count(*) from journal_entry where case_ref = ?")
                .param(caseRef())
                .query(Long.class)
                .single();
    }

    /** Nothing of the case goes on in the engine or waits in a list. */
    void assertNothingIsLeft() {
        String caseRef = caseRef();
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(caseRef).list())
                .isEmpty();
        assertThat(jdbc.sql("select task_key from worklist_task where case_ref = ?")
                        .param(caseRef)
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseRef)
                        .list())
                .isEmpty();
        Set<String> instances =
                history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseRef).list().stream()
                        .map(HistoricProcessInstance::getId)
                        .collect(Collectors.toSet());
        assertThat(instances).isNotEmpty();
        assertThat(management.createJobQuery().list().stream().map(Job::getProcessInstanceId))
                .doesNotContainAnyElementsOf(instances);
        assertThat(runtime.createIncidentQuery().list()).isEmpty();
    }

    List<String> planVersions() {
        return plans.of(caseRef()).stream()
                .map(version -> version.number() + " " + version.status())
                .toList();
    }
}
