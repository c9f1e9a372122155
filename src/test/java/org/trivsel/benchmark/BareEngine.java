package org.trivsel.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.trivsel.demo.CaseScript;

/** The same models, decisions and script on nothing but the engine: what our own work is measured against. */
final class BareEngine implements AutoCloseable {

    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    private final ProcessEngine engine;
    private final AtomicInteger cases = new AtomicInteger();
    private final Map<String, JsonNode> forms = new HashMap<>();
    private String caseRef = "";
    private final People people = new People();
    private List<CaseScript.Step> steps = List.of();

    BareEngine(String url, String username, String password) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration
                .setProcessEngineName("bare-" + System.identityHashCode(this))
                .setJdbcUrl(url)
                .setJdbcUsername(username)
                .setJdbcPassword(password)
                .setJdbcDriver(url.contains("postgresql") ? "org.postgresql.Driver" : "org.h2.Driver")
                .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                .setHistory(ProcessEngineConfiguration.HISTORY_FULL)
                .setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setBeans(beans());
        engine = configuration.buildProcessEngine();
        deploy();
    }

    private Map<Object, Object> beans() {
        Map<Object, Object> beans = new HashMap<>();
        beans.put("deadlines", new Dates());
        beans.put("people", people);
        JavaDelegate nothing = execution -> {};
        for (String name : List.of(
                "flagLateAssessment",
                "recordPlacement",
                "reenterSafetyWork",
                "raiseAcuteDanger",
                "checkNetworkSize",
                "noteMeetingGap",
                "noteVisitGap")) {
            beans.put(name + "Delegate", nothing);
        }
        beans.put("checkConsentDelegate", (JavaDelegate) execution -> {
            execution.setVariable("consentComplete", true);
            execution.setVariable("readFiles", true);
        });
        beans.put("announceLastingPlanDelegate", tell("LastingPlanInForce"));
        beans.put("proposePlanAmendmentDelegate", tell("PlanAmendmentProposed"));
        beans.put("reportDeviationDelegate", tell("DeviationReported"));
        beans.put("callNetworkMeetingDelegate", tell("NetworkMeetingCalled"));
        beans.put("announceAgreementsDelegate", tell("AgreementsMade"));
        beans.put("announceBirthDelegate", tell("BirthRegistered"));
        return beans;
    }

    private JavaDelegate tell(String message) {
        return execution -> engine.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(caseRef)
                .correlateAll();
    }

    private void deploy() {
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        ObjectMapper json = new ObjectMapper();
        try (var bpmn = Files.list(Path.of("bpmn"));
                var all = Files.list(Path.of("forms"))) {
            for (Path file : bpmn.toList()) {
                deployment.addString("bpmn/" + file.getFileName(), Files.readString(file));
            }
            for (Path file : all.toList()) {
                deployment.addString("forms/" + file.getFileName(), Files.readString(file));
                JsonNode form = json.readTree(Files.readString(file));
                forms.put(form.path("id").asText(), form);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        deployment.deploy();
    }

    /** Plays a script to its end by completing the same tasks with the same decisions. */
    void play(CaseScript script) {
        caseRef = "bare-" + cases.incrementAndGet();
        steps = script.steps();
        setClock(script.steps().get(0).at());
        for (CaseScript.Step step : script.steps()) {
            moveTo(step.at());
            if (step.refer() != null) {
                Map<String, Object> variables = decisions("refer-case", step.refer());
                variables.put("caseRef", caseRef);
                variables.put("entryLevel", 1);
                engine.getRuntimeService().startProcessInstanceByKey("safety-planning", caseRef, variables);
            } else if (step.action() != null) {
                start(step.action());
            } else if (step.task() != null) {
                complete(step);
            }
            runDue();
        }
        long open = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseRef)
                .count();
        if (open > 0) {
            throw new IllegalStateException("the bare case did not end");
        }
    }

    private void complete(CaseScript.Step step) {
        List<Task> tasks = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseRef)
                .taskDefinitionKey(step.task())
                .initializeFormKeys()
                .orderByTaskCreateTime()
                .desc()
                .list();
        Task task = tasks.stream()
                .filter(one -> step.element() == null || step.element().equals(element(one)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no bare task " + step.task() + " at " + step.at()));
        if ("UserTask_HoldNetworkMeeting".equals(step.task())) {
            people.meet(step.data().path("agreements"));
        }
        Map<String, Object> decisions = decisions(task.getCamundaFormRef().getKey(), step.data());
        decisions.putAll(extra(step));
        engine.getTaskService().complete(task.getId(), decisions);
    }

    private Object element(Task task) {
        Map<String, Object> variables = engine.getTaskService().getVariables(task.getId());
        return List.of("person", "child", "member", "statement").stream()
                .map(variables::get)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What the rooms decide beside the forms' own decisions. */
    private static Map<String, Object> extra(CaseScript.Step step) {
        return switch (String.valueOf(step.task())) {
            case "UserTask_AssessTargetGroup" ->
                Map.of(
                        "unbornDoubtGiven",
                        false,
                        "greatSafetyRisk",
                        false,
                        "dangerToSelf",
                        false,
                        "healthImminent",
                        false,
                        "violenceSexual",
                        true,
                        "grossNeglect",
                        false,
                        "repeatedCount",
                        0);
            case "UserTask_AmendSafetyPlan" -> Map.of("approvalLevel", "CASEWORKER");
            case "UserTask_ReportDeviation" ->
                Map.of(
                        "triage",
                        "YES_WORKED_AS_PLANNED"
                                        .equals(step.data().path("networkActed").asText())
                                ? "EVIDENCE"
                                : "MINOR");
            case "UserTask_RegisterBirth" -> Map.of("newHolder", false);
            case "UserTask_DecideReadiness" -> Map.of("beyondMaximum", false);
            default -> Map.of();
        };
    }

    private Map<String, Object> decisions(String formId, JsonNode data) {
        Map<String, Object> decisions = new HashMap<>();
        collect(forms.get(formId), data, decisions);
        return decisions;
    }

    private static void collect(JsonNode parent, JsonNode data, Map<String, Object> decisions) {
        for (JsonNode component : parent.path("components")) {
            if (component.path("properties").has("processVariable")) {
                String key = component.path("key").asText();
                JsonNode value = data == null ? null : data.get(key);
                boolean checkbox = component.path("type").asText().equals("checkbox");
                decisions.put(
                        key,
                        value == null
                                ? checkbox ? Boolean.FALSE : null
                                : value.isBoolean() ? (Object) value.booleanValue() : value.asText());
            }
            collect(component, data, decisions);
        }
    }

    private void start(String message) {
        EventSubscription waiting =
                engine.getRuntimeService().createEventSubscriptionQuery().eventName(message).list().stream()
                        .filter(one -> caseRef.equals(engine.getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceId(one.getProcessInstanceId())
                                .singleResult()
                                .getBusinessKey()))
                        .findFirst()
                        .orElseThrow();
        engine.getRuntimeService().messageEventReceived(message, waiting.getExecutionId());
    }

    private void moveTo(LocalDateTime local) {
        Instant target = local.atZone(ZONE).toInstant();
        for (Job next = nextTimer(target); next != null; next = nextTimer(target)) {
            ClockUtil.setCurrentTime(next.getDuedate());
            runDue();
        }
        ClockUtil.setCurrentTime(Date.from(target));
        runDue();
    }

    private Job nextTimer(Instant target) {
        List<Job> next = engine.getManagementService()
                .createJobQuery()
                .timers()
                .duedateLowerThan(Date.from(target))
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1);
        return next.isEmpty() ? null : next.get(0);
    }

    private void runDue() {
        List<Job> due =
                engine.getManagementService().createJobQuery().executable().list();
        while (!due.isEmpty()) {
            due.forEach(job -> {
                if (engine.getManagementService()
                                .createJobQuery()
                                .jobId(job.getId())
                                .singleResult()
                        != null) {
                    engine.getManagementService().executeJob(job.getId());
                }
            });
            due = engine.getManagementService().createJobQuery().executable().list();
        }
    }

    private static void setClock(LocalDateTime local) {
        ClockUtil.setCurrentTime(Date.from(local.atZone(ZONE).toInstant()));
    }

    @Override
    public void close() {
        engine.close();
        ClockUtil.reset();
    }

    /** Dates so that each timer fires just before the script's next step that waits for it. */
    public final class Dates {

        public Date due(String key, String caseRef) {
            return key.equals("T-OBSMIN") ? before("UserTask_AssessReadiness") : in(14);
        }

        public Date start(String key, String caseRef) {
            return in(60);
        }

        public Date escalation(String key, String role, String caseRef) {
            return in(
                    switch (key) {
                        case "T-24H" -> 1;
                        case "T-VISIT" -> 37;
                        case "T-MEET" -> 42;
                        default -> 15;
                    });
        }

        public Date beforeDue(String key, String lead, String caseRef) {
            return before("UserTask_HoldStatutoryFollowUp");
        }

        public Date agreed(String what, String caseRef) {
            return what.equals("ACUTE_REVIEW") ? before("UserTask_ReviewAcutePlan") : in(7);
        }

        private Date before(String task) {
            Instant now = ClockUtil.getCurrentTime().toInstant();
            return steps.stream()
                    .filter(step -> task.equals(step.task()))
                    .map(step -> step.at().atZone(ZONE).toInstant())
                    .filter(at -> at.isAfter(now))
                    .findFirst()
                    .map(at -> Date.from(at.minusSeconds(60)))
                    .orElseGet(() -> in(60));
        }

        private static Date in(int days) {
            return Date.from(ClockUtil.getCurrentTime().toInstant().plusSeconds(days * 86_400L));
        }
    }

    /** The persons of case A. */
    public static final class People {

        private final Map<String, String> agreements = new LinkedHashMap<>();

        /** What the staff took on at a meeting: families and networks have no tasks. */
        void meet(JsonNode taken) {
            agreements.clear();
            for (JsonNode one : taken) {
                String who = one.path("who").asText();
                if (!who.matches("[PCN]\\d+")) {
                    agreements.put("A" + agreements.size(), who);
                }
            }
        }

        public List<String> agreements(String caseRef) {
            return List.copyOf(agreements.keySet());
        }

        public @Nullable String tookOn(String caseRef, String agreement) {
            return agreements.get(agreement);
        }

        public List<String> custodyHolders(String caseRef) {
            return List.of("P1", "P2");
        }

        public List<String> children(String caseRef) {
            return List.of("C1");
        }

        public List<String> askedForConsent(String caseRef) {
            return List.of();
        }

        public boolean unborn(String caseRef) {
            return false;
        }

        public List<String> networkMembers(String caseRef) {
            return List.of("N1", "N2", "N3", "N4", "N5", "N6", "N7");
        }

        public List<String> dangerStatements(String caseRef) {
            return List.of("D1", "D2");
        }
    }
}
