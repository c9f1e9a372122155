package org.trivsel.walks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trivsel.platform.deadline.DeadlineDates;
import org.trivsel.platform.engine.CaseMessages;
import org.trivsel.platform.engine.ModelProperties;
import org.trivsel.platform.engine.TimeMachine;
import org.trivsel.platform.worklist.WorkFreeze;
import org.trivsel.platform.worklist.Worklist;
import org.trivsel.platform.worklist.WorklistTask;

/**
 * One case that lives a random life: valid answers, events at any moment, leaps of the clock. Everything follows from
 * the seed, so that a walk that fails can be walked again.
 */
final class Walk {

    /** What one step did, in words that a person can follow. */
    record Step(int number, Instant at, String what) {

        @Override
        public String toString() {
            return "%3d  %s  %s".formatted(number, at.truncatedTo(ChronoUnit.MINUTES), what);
        }
    }

    private static final Instant BEGINNING = Instant.parse("2026-03-02T09:00:00Z");
    private static final Set<String> LEVELS = Set.of("mapping", "safety-work", "follow-up");

    private final long seed;
    private final Random random;
    private final WalkEngine engine;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final ModelProperties properties;
    private final WorkFreeze freeze;
    private final Worklist worklist;
    private final DeadlineDates dates;
    private final TimeMachine time;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final Answers answers;
    private final String caseRef;
    private final List<Step> steps = new ArrayList<>();
    private final List<String> states = new ArrayList<>();
    private final String track;
    private boolean unborn;
    private boolean consented;
    private boolean planApproved;
    private int entered = 1;

    Walk(WalkEngine engine, Answers answers, long seed) {
        this.engine = engine;
        this.answers = answers;
        this.seed = seed;
        this.random = new Random(seed);
        this.runtime = engine.get(RuntimeService.class);
        this.tasks = engine.get(TaskService.class);
        this.management = engine.get(ManagementService.class);
        this.properties = engine.get(ModelProperties.class);
        this.freeze = engine.get(WorkFreeze.class);
        this.worklist = engine.get(Worklist.class);
        this.dates = engine.get(DeadlineDates.class);
        this.time = engine.get(TimeMachine.class);
        this.clock = engine.get(Clock.class);
        this.jdbc = engine.get(JdbcClient.class);
        this.caseRef = "w" + Long.toString(seed & Long.MAX_VALUE, 36);
        this.track = List.of("STANDARD", "UNBORN", "RETURN_HOME").get(random.nextInt(3));
        this.unborn = track.equals("UNBORN");
    }

    long seed() {
        return seed;
    }

    List<Step> steps() {
        return steps;
    }

    /**
     * Walks at most so many steps, checking after each, and then brings the case to an end.
     *
     * @throws AssertionError when an invariant does not hold
     */
    void walk(int most) {
        engine.current().is(this);
        forgetOthers();
        time.startAt(BEGINNING);
        begin();
        for (int i = 0; i < most && isOpen(); i++) {
            step();
            check();
        }
        end();
    }

    private void forgetOthers() {
        for (String table : List.of(
                "case_freeze", "case_pause", "late_message", "worklist_task", "deadline_start", "agreed_date")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    private void begin() {
        dates.start(caseRef, "NOTIFICATION", clock.instant());
        dates.start(caseRef, "CHILD_BIRTHDAY", clock.instant().plus(Duration.ofDays(60L + random.nextInt(400))));
        dates.start(caseRef, "DUE_DATE", clock.instant().plus(Duration.ofDays(90)));
        var mode = List.of("DK_SUPPORT_CONSENT", "SE_VOLUNTARY", "SE_LVU").get(random.nextInt(3));
        Map<String, Object> variables = new HashMap<>(
                Map.of("caseRef", caseRef, "track", track, "mode", mode, "entryLevel", 1 + random.nextInt(20) / 19));
        if (random.nextInt(10) == 0) {
            note("reopened, " + track + ", " + mode);
            runtime.createMessageCorrelation("CaseReopened")
                    .processInstanceBusinessKey(caseRef)
                    .setVariables(variables)
                    .correlateStartMessage();
        } else {
            variables.put("entryLevel", 1);
            note("referred, " + track + ", " + mode);
            runtime.startProcessInstanceByKey("safety-planning", caseRef, variables);
        }
        entered = (int) variables.get("entryLevel");
        time.runDue();
        check();
    }

    private void note(String what) {
        steps.add(new Step(steps.size(), clock.instant(), what));
    }

    private boolean isOpen() {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseRef)
                        .count()
                > 0;
    }

    // ------------------------------------------------------------------------------------------------ steps

    private void step() {
        int dice = random.nextInt(100);
        if (dice < 70 && answerSomething()) {
            return;
        }
        if (dice < 85 && startSomething()) {
            return;
        }
        leap(Duration.ofHours(1L + random.nextInt(dice < 95 ? 72 : 1500)));
    }

    private boolean answerSomething() {
        List<WorklistTask> open = doable();
        if (open.isEmpty()) {
            return false;
        }
        answer(open.get(random.nextInt(open.size())), answers.random(random));
        return true;
    }

    private List<WorklistTask> doable() {
        boolean frozen = freeze.isFrozen(caseRef);
        return worklist.ofCase(caseRef).stream()
                .filter(task -> !(frozen && stands(task)))
                .sorted(Comparator.comparing(WorklistTask::taskKey)
                        .thenComparing(task -> String.valueOf(task.element()))
                        .thenComparing(WorklistTask::dueAt)
                        .thenComparing(WorklistTask::processKey))
                .toList();
    }

    /** Whether a task waits while the case stands still. */
    private boolean stands(WorklistTask task) {
        return says(task.processDefinitionId(), task.processKey(), "pausable")
                || says(task.processDefinitionId(), task.taskKey(), "familyFacing");
    }

    private void answer(WorklistTask task, Answers.Chooser chooser) {
        Map<String, Object> given = new HashMap<>(answers.to(task.requireForm(), chooser));
        given.putAll(roomsAnswer(task.taskKey(), given, chooser));
        note(task.processKey() + "." + task.taskKey() + (task.element() == null ? "" : " " + task.element()) + " "
                + new java.util.TreeMap<>(given));
        tasks.complete(task.id(), given);
        time.runDue();
    }

    /** What the rooms would conclude from the form, kept consistent with the case. */
    private Map<String, Object> roomsAnswer(String taskKey, Map<String, Object> given, Answers.Chooser chooser) {
        return switch (taskKey) {
            case "UserTask_AssessTargetGroup" -> targetGroup(chooser);
            case "UserTask_ReportDeviation" ->
                Map.of("triage", chooser.of(List.of("EVIDENCE", "MINOR", "SERIOUS", "ACUTE")));
            case "UserTask_AmendSafetyPlan" ->
                Map.of("approvalLevel", chooser.of(List.of("CASEWORKER", "MANAGER", "NONE")));
            case "UserTask_DecideReadiness", "UserTask_DecideProlongation" -> {
                dates.agree(caseRef, "PROLONGED_UNTIL", clock.instant().plus(Duration.ofDays(30)));
                yield Map.of("beyondMaximum", chooser.yes());
            }
            case "UserTask_StartObservation" -> {
                dates.start(caseRef, "OBSERVATION_START", clock.instant());
                yield Map.of();
            }
            case "UserTask_AgreeAcutePlan", "UserTask_ReviewAcutePlan" -> {
                dates.agree(caseRef, "ACUTE_REVIEW", clock.instant().plus(Duration.ofDays(6)));
                yield Map.of();
            }
            case "UserTask_RegisterPause" -> {
                dates.agree(caseRef, "PAUSE_UNTIL", clock.instant().plus(Duration.ofDays(20)));
                yield Map.of();
            }
            case "UserTask_DecideOverrun" -> {
                dates.agree(caseRef, "EXTENDED_UNTIL", clock.instant().plus(Duration.ofDays(45)));
                yield Map.of();
            }
            case "UserTask_ApproveSafetyPlan" -> {
                planApproved = "APPROVE".equals(given.get("decision"));
                yield Map.of();
            }
            case "UserTask_RegisterWithdrawal" -> {
                consented = false;
                yield Map.of();
            }
            case "UserTask_RegisterBirth" -> {
                unborn = false;
                yield Map.of("newHolder", chooser.yes());
            }
            case "UserTask_RegisterPregnancyEnd" -> {
                unborn = false;
                yield Map.of("otherChild", chooser.yes());
            }
            case "UserTask_RegisterSibling" -> Map.of("child", "C2");
            case "UserTask_InformOfAge" -> {
                dates.start(caseRef, "CHILD_BIRTHDAY", clock.instant().plus(Duration.ofDays(500)));
                yield Map.of("allAgedOut", chooser.seldom(), "ageToCome", chooser.yes());
            }
            case "UserTask_RegisterNotification" -> {
                dates.start(caseRef, "NOTIFICATION", clock.instant());
                yield Map.of("assessor", "mads");
            }
            case "UserTask_DecideChangeOfWorker" ->
                Map.of("position", "CASEWORKER", "oldWorker", "signe", "newWorker", "mads");
            default -> Map.of();
        };
    }

    private static Map<String, Object> targetGroup(Answers.Chooser chooser) {
        Map<String, Object> group = new HashMap<>();
        group.put("unbornDoubtGiven", false);
        group.put("greatSafetyRisk", true);
        for (String risk : List.of("dangerToSelf", "violenceSexual", "grossNeglect")) {
            group.put(risk, chooser.yes());
        }
        group.put("healthImminent", chooser.seldom());
        group.put("repeatedCount", 2);
        return group;
    }

    private record Startable(String message, String execution) {}

    private boolean startSomething() {
        List<Startable> open = startable();
        if (open.isEmpty()) {
            return false;
        }
        start(open.get(random.nextInt(open.size())));
        return true;
    }

    private void start(Startable chosen) {
        note("! " + chosen.message());
        runtime.messageEventReceived(chosen.message(), chosen.execution());
        time.runDue();
    }

    /** What the buttons of the case page would offer. */
    private List<Startable> startable() {
        boolean frozen = freeze.isFrozen(caseRef);
        List<Startable> open = new ArrayList<>();
        Map<String, ProcessInstance> instances =
                instances().stream().collect(Collectors.toMap(ProcessInstance::getId, Function.identity()));
        Set<String> running = instances.values().stream().map(Walk::key).collect(Collectors.toSet());
        runtime.createEventSubscriptionQuery().eventType("message").list().forEach(waiting -> {
            ProcessInstance instance = instances.get(waiting.getProcessInstanceId());
            if (instance != null
                    && !instance.isSuspended()
                    && says(instance.getProcessDefinitionId(), waiting.getActivityId(), "startable")
                    && !(frozen && says(instance.getProcessDefinitionId(), waiting.getActivityId(), "familyFacing"))) {
                open.add(new Startable(waiting.getEventName(), waiting.getExecutionId()));
            }
        });
        return open.stream()
                .sorted(Comparator.comparing(Startable::message))
                .filter(one -> fits(one.message(), running))
                .toList();
    }

    private boolean fits(String message, Set<String> running) {
        return switch (message) {
            case "ChildBorn", "PregnancyEnded" ->
                unborn && !running.contains("birth") && !running.contains("pregnancy-end");
            case "ConsentWithdrawn", "ConsentLimited" -> consented && !running.contains("consent-withdrawal");
            case "ChildPartEnded" -> false;
            case "PauseRequested" -> !running.contains("pause");
            case "FamilyMoving" -> !running.contains("family-move") && random.nextInt(4) == 0;
            case "AcuteDangerReported" ->
                worklist.ofCase(caseRef).stream()
                        .noneMatch(task -> task.taskKey().equals("UserTask_AssessImmediateSafety"));
            default -> true;
        };
    }

    private void leap(Duration far) {
        note("» " + far);
        time.moveTo(clock.instant().plus(far));
    }

    // -------------------------------------------------------------------------------- what the models ask for

    void entered(String state) {
        states.add(state);
    }

    String personFor(String group) {
        return group;
    }

    Object people() {
        return new People();
    }

    /** What a model asks about the family. Public, because the engine's expressions call it. */
    public final class People {

        public List<String> custodyHolders(String caseRef) {
            return List.of("P1", "P2");
        }

        public List<String> askedForConsent(String caseRef) {
            return List.of("P2");
        }

        public List<String> children(String caseRef) {
            return List.of("C1");
        }

        public List<String> networkMembers(String caseRef) {
            return List.of("N1", "N2");
        }

        public List<String> agreements(String caseRef) {
            return List.of("A1");
        }

        public String tookOn(String caseRef, String agreement) {
            return "consultant";
        }

        public List<String> dangerStatements(String caseRef) {
            return List.of("D1");
        }

        public boolean unborn(String caseRef) {
            return unborn;
        }
    }

    void delegate(String name, DelegateExecution execution) {
        CaseMessages messages = engine.get(CaseMessages.class);
        switch (name) {
            case "checkConsentDelegate" -> {
                boolean complete = random.nextInt(5) > 0 || ending;
                consented = consented || complete;
                execution.setVariable("consentComplete", complete);
                execution.setVariable("readFiles", random.nextBoolean());
            }
            case "raiseAcuteDangerDelegate" -> messages.tell(caseRef, "AcuteDangerReported");
            case "recordPlacementDelegate" -> {
                messages.tell(caseRef, "AcutePlanReviewRequested");
                messages.tell(caseRef, "ChildPlaced");
            }
            case "reenterSafetyWorkDelegate" -> enter(execution, 2);
            case "prepareReturnDelegate" -> {
                enter(execution, states.contains("L2_SAFETY_WORK") ? 2 : 1);
                execution.setVariable("track", "RETURN_HOME");
            }
            case "announceLastingPlanDelegate" -> messages.tell(caseRef, "LastingPlanInForce");
            case "proposePlanAmendmentDelegate" -> messages.tell(caseRef, "PlanAmendmentProposed");
            case "reportDeviationDelegate" -> messages.tell(caseRef, "DeviationReported");
            case "callNetworkMeetingDelegate" -> messages.tell(caseRef, "NetworkMeetingCalled");
            case "proposeGoalsRevisionDelegate" -> messages.tell(caseRef, "GoalsRevisionProposed");
            case "reportDisagreementDelegate" -> messages.tell(caseRef, "ParentsDisagree");
            case "announceAgreementsDelegate" -> messages.tell(caseRef, "AgreementsMade");
            case "announceBirthDelegate" -> messages.tell(caseRef, "BirthRegistered");
            case "checkNetworkSizeDelegate" -> {
                if (random.nextInt(3) == 0 && !ending && !messages.runs(caseRef, "network-finding")) {
                    messages.tell(caseRef, "NetworkTooSmall");
                }
            }
            case "flagLateAssessmentDelegate",
                    "reassignCaseDelegate",
                    "noteMeetingGapDelegate",
                    "noteVisitGapDelegate" -> {}
            default -> throw new AssertionError("the walk does not know " + name);
        }
    }

    private void enter(DelegateExecution execution, int level) {
        execution.setVariable("entryLevel", level);
        entered = level;
        planApproved = false;
        states.add("ENTERED_" + level);
    }

    // ------------------------------------------------------------------------------------------- invariants

    private List<ProcessInstance> instances() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseRef)
                .list();
    }

    private static String key(ProcessInstance instance) {
        String definition = instance.getProcessDefinitionId();
        return definition.substring(0, definition.indexOf(':'));
    }

    private boolean runs(String process) {
        return runs(instances(), process);
    }

    private static boolean runs(List<ProcessInstance> instances, String process) {
        return instances.stream().anyMatch(instance -> key(instance).equals(process));
    }

    private boolean says(String definition, String element, String property) {
        return properties
                .property(definition, element, property)
                .filter("true"::equals)
                .isPresent();
    }

    private void check() {
        List<ProcessInstance> instances = instances();
        List<WorklistTask> open = worklist.ofCase(caseRef);
        var timers = management.createJobQuery().list();
        require(runtime.createIncidentQuery().count() == 0, "there is an incident");
        require(
                timers.stream().allMatch(job -> job.getExceptionMessage() == null && job.getRetries() > 0),
                "a job failed");
        Set<String> alive = new HashSet<>();
        instances.forEach(instance -> alive.add(instance.getId()));
        require(
                timers.stream().allMatch(job -> alive.contains(job.getProcessInstanceId())),
                "a timer waits for nobody");
        require(
                open.stream().allMatch(task -> alive.contains(task.processInstanceId())),
                "a task of the list belongs to nobody");
        require(open.size() == tasks.createTaskQuery().count(), "the task list is not the engine's");
        if (instances.isEmpty()) {
            require(
                    jdbc.sql("select count(*) from case_freeze")
                                    .query(Integer.class)
                                    .single()
                            == 0,
                    "an ended case is still held");
            return;
        }
        require(
                instances.stream()
                                .filter(instance -> key(instance).equals("safety-planning"))
                                .count()
                        == 1,
                "there is not exactly one main flow");
        require(levels(instances) <= 1, "two levels run at once");
        boolean frozen = freeze.isFrozen(caseRef);
        require(
                open.stream().anyMatch(task -> !(frozen && stands(task)))
                        || timers.stream().anyMatch(job -> !job.isSuspended() && job.getDuedate() != null),
                "nobody has a task and no date is waited for");
        checkFreeze(instances, open, frozen);
        checkVisits(instances, open);
        checkLevels(instances);
    }

    private long levels(List<ProcessInstance> instances) {
        return instances.stream()
                .filter(instance -> LEVELS.contains(key(instance)))
                .count();
    }

    private void checkFreeze(List<ProcessInstance> instances, List<WorklistTask> open, boolean frozen) {
        for (ProcessInstance instance : instances) {
            if (says(instance.getProcessDefinitionId(), key(instance), "pausable")) {
                require(instance.isSuspended() == frozen, key(instance) + (frozen ? " goes on" : " stands still"));
            }
        }
        if (runs(instances, "consent-withdrawal")) {
            require(frozen, "consent is withdrawn and nothing stands still");
            open.stream()
                    .filter(task -> says(task.processDefinitionId(), task.taskKey(), "familyFacing"))
                    .forEach(task ->
                            require(freeze.isFrozen(task), "without consent somebody may do " + task.taskKey()));
        }
    }

    private void checkVisits(List<ProcessInstance> instances, List<WorklistTask> open) {
        boolean visit = open.stream().anyMatch(task -> task.taskKey().equals("UserTask_MakeControlVisit"));
        if (visit) {
            require(last("L") != null && last("L").equals("L3_OBSERVATION"), "a visit outside the observation");
            require(runs(instances, "follow-up"), "a visit without follow-up");
        }
    }

    private String last(String beginning) {
        for (int i = states.size() - 1; i >= 0; i--) {
            if (states.get(i).startsWith(beginning)) {
                return states.get(i);
            }
        }
        return null;
    }

    /** Each level comes after the one before it, or after somebody decided to enter anew; 3 only with an approved plan. */
    private void checkLevels(List<ProcessInstance> instances) {
        int level = 0;
        for (String state : states) {
            int next = state.startsWith("ENTERED_")
                    ? -Character.getNumericValue(state.charAt(8))
                    : state.startsWith("L") ? Character.getNumericValue(state.charAt(1)) : 0;
            if (next < 0) {
                level = -next - 1;
            } else if (next > 0) {
                boolean first = level == 0 && next == entered;
                require(next == level || next == level + 1 || first, "level " + next + " after level " + level);
                level = next;
            }
        }
        if (level == 3 && runs(instances, "follow-up")) {
            require(planApproved, "level 3 without an approved plan");
        }
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise + "; states " + states);
        }
    }

    // ------------------------------------------------------------------------------------------------- an end

    private static final int MOST_STEPS_TO_AN_END = 400;
    private boolean ending;

    /** From wherever the walk has come, people who want to finish can: answers that lead on, and time that passes. */
    private void end() {
        ending = true;
        for (int i = 0; isOpen(); i++) {
            require(i < MOST_STEPS_TO_AN_END, "the case reaches no end");
            List<WorklistTask> open = doable();
            if (unborn && runs("safety-work") && random.nextInt(4) == 0 && !runs("birth")) {
                startable().stream()
                        .filter(one -> one.message().equals("ChildBorn"))
                        .findFirst()
                        .ifPresent(this::start);
            } else if (open.isEmpty() || random.nextInt(8) == 0) {
                leap(Duration.ofDays(20));
            } else {
                answer(open.get(random.nextInt(open.size())), answers.leadingOn(random));
            }
            check();
        }
    }
}
