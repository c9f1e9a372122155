package org.trivsel.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.calledProcessInstance;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.historyService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.reset;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/**
 * One model on a bare engine. The processes it calls are stand-ins that wait until the test ends them, its
 * delegates only note that they were called, and nothing happens by itself: a test runs each job by the name
 * of the step that waits for it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ProcessTest {

    static final String CASE_REF = "2026-0007";
    static final String NO_PLAN_POSSIBLE = "NO_PLAN_POSSIBLE";
    static final String CONSENT_WITHDRAWN = "CONSENT_WITHDRAWN";
    static final String CASE_TRANSFERRED = "CASE_TRANSFERRED";
    static final String PREGNANCY_ENDED = "PREGNANCY_ENDED";
    static final String ALL_AGED_OUT = "ALL_AGED_OUT";
    private static final List<String> ERRORS =
            List.of(NO_PLAN_POSSIBLE, CONSENT_WITHDRAWN, CASE_TRANSFERRED, PREGNANCY_ENDED, ALL_AGED_OUT);

    private final String processId;
    private final BpmnModelInstance model;
    private final List<String> calledDelegates = new ArrayList<>();
    private String deploymentId = "";

    ProcessTest(String processId) {
        this.processId = processId;
        this.model = read(processId);
    }

    /** Every step and every flow of the model has to be passed by some test of the class. */
    static ProcessEngineCoverageExtension fullCoverageOf(String processId) {
        var builder = ProcessEngineCoverageExtension.builder(SharedEngine.CONFIGURATION);
        builder.assertClassCoverageAtLeast(1.0);
        builder.excludeProcessDefinitionKeys(Stream.concat(Stream.of("caller"), calledBy(read(processId)).stream())
                .toArray(String[]::new));
        return builder.build();
    }

    @BeforeAll
    void deploy() {
        init(SharedEngine.CONFIGURATION.buildProcessEngine());
        var deployment = repositoryService()
                .createDeployment()
                .addModelInstance(processId + ".bpmn", model)
                .addModelInstance("caller.bpmn", caller(processId))
                .addInputStream(
                        "target-group.dmn", ProcessTest.class.getResourceAsStream("/process/bpmn/target-group.dmn"));
        calledBy(model).forEach(called -> deployment.addModelInstance(called + ".bpmn", standIn(called)));
        deploymentId = deployment.deploy().getId();
    }

    @BeforeEach
    void forgetEarlierTests() {
        init(SharedEngine.CONFIGURATION.buildProcessEngine());
        Mocks.register("deadlines", new FixedDeadlines());
        Mocks.register("people", new FixedPeople());
        calledDelegates.clear();
        delegatesOf(model).forEach(delegate -> onDelegate(delegate, execution -> {}));
    }

    @AfterEach
    void clean() {
        runtimeService()
                .createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(instance -> runtimeService().deleteProcessInstance(instance.getId(), "the test is over"));
        historyService().createHistoricProcessInstanceQuery().list().forEach(instance -> historyService()
                .deleteHistoricProcessInstance(instance.getId()));
        Mocks.reset();
        reset();
    }

    @AfterAll
    void undeploy() {
        SharedEngine.CONFIGURATION.getRepositoryService().deleteDeployment(deploymentId, true);
    }

    /** Starts a case that lives at home in Denmark, unless variables (name, value, …) say otherwise. */
    ProcessInstance start(Object... variables) {
        return runtimeService().startProcessInstanceByKey(processId, CASE_REF, variables(variables));
    }

    /** Starts the process as its caller does, so that an error it ends with is caught and stops all of it. */
    ProcessInstance startCalled(Object... variables) {
        var calling = runtimeService().startProcessInstanceByKey("caller", CASE_REF, variables(variables));
        return calledProcessInstance(processId, calling);
    }

    void assertCallerCaught(String error) {
        assertThat(historyService()
                        .createHistoricActivityInstanceQuery()
                        .activityId("EndEvent_" + error)
                        .finished()
                        .count())
                .as("errors %s caught by the caller", error)
                .isEqualTo(1);
    }

    /** Where somebody or something is waited for; save points that only wait for the job executor do not count. */
    static void assertWaitsOnlyAt(ProcessInstance instance, String... steps) {
        assertThat(instance).isNotEnded();
        assertThat(leaves(runtimeService().getActivityInstance(instance.getId()))
                        .map(ActivityInstance::getActivityId)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(steps);
    }

    private static Stream<ActivityInstance> leaves(ActivityInstance step) {
        var children = step.getChildActivityInstances();
        boolean inside = children.length > 0 || step.getParentActivityInstanceId() == null;
        return inside ? Stream.of(children).flatMap(ProcessTest::leaves) : Stream.of(step);
    }

    /** Completes the one open task of this step; a step with several open tasks completes the oldest. */
    void complete(ProcessInstance instance, String step, Object... variables) {
        assertThat(instance).isWaitingAt(step);
        var tasks = tasks(instance, step);
        assertThat(tasks).first().satisfies(task -> assertThat(task.getDueDate())
                .isNotNull());
        taskService().complete(tasks.get(0).getId(), named(variables));
    }

    List<Task> tasks(ProcessInstance instance, String step) {
        return taskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey(step)
                .orderByTaskCreateTime()
                .asc()
                .list();
    }

    /** Runs the one job (save point or timer) that waits at this step. */
    void run(ProcessInstance instance, String step) {
        assertThat(instance).isNotEnded();
        Job job = job(step, instance);
        assertThat(job).as("job at %s", step).isNotNull();
        execute(job);
    }

    /** Runs every save point that waits at this step, such as the arrivals at a parallel join. */
    void runAll(ProcessInstance instance, String step) {
        assertThat(instance).isNotEnded();
        var waiting = managementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(step)
                .list();
        assertThat(waiting).as("jobs at %s", step).isNotEmpty().allSatisfy(job -> execute(job));
    }

    long jobs(ProcessInstance instance, String step) {
        return managementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(step)
                .count();
    }

    /** Ends the called process that stands at this call activity with what it decided. */
    void endCalled(ProcessInstance instance, String callActivity, Object... variables) {
        var called = called(instance, callActivity);
        runtimeService().setVariables(called.getId(), named(variables));
        assertThat(called).isWaitingAt("UserTask_StandIn");
        taskService().complete(tasks(called, "UserTask_StandIn").get(0).getId());
        assertThat(called).isEnded();
    }

    /** Lets the called process that stands at this call activity fail with an error of the model. */
    void failCalled(ProcessInstance instance, String callActivity, String error) {
        var called = called(instance, callActivity);
        assertThat(called).isWaitingAt("UserTask_StandIn");
        taskService().handleBpmnError(tasks(called, "UserTask_StandIn").get(0).getId(), error);
        assertThat(called).isEnded();
    }

    ProcessInstance called(ProcessInstance instance, String callActivity) {
        assertThat(instance).isWaitingAt(callActivity);
        var step = historyService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .activityId(callActivity)
                .unfinished()
                .singleResult();
        return calledProcessInstance(
                runtimeService().createProcessInstanceQuery().processInstanceId(step.getCalledProcessInstanceId()),
                instance);
    }

    /** Starts the process by the message of one of its start events. */
    ProcessInstance startBy(String message, Object... variables) {
        return runtimeService().startProcessInstanceByMessage(message, CASE_REF, variables(variables));
    }

    void message(String name) {
        runtimeService()
                .createMessageCorrelation(name)
                .processInstanceBusinessKey(CASE_REF)
                .correlate();
    }

    void onDelegate(String name, JavaDelegate behaviour) {
        Mocks.register(name, (JavaDelegate) execution -> {
            calledDelegates.add(name);
            behaviour.execute(execution);
        });
    }

    List<String> calledDelegates() {
        return List.copyOf(calledDelegates);
    }

    private static Map<String, Object> variables(Object... variables) {
        var all = new HashMap<String, Object>(
                Map.of("caseRef", CASE_REF, "track", "STANDARD", "mode", "DK_SUPPORT_CONSENT"));
        all.putAll(named(variables));
        return all;
    }

    private static Map<String, Object> named(Object... variables) {
        var map = new HashMap<String, Object>();
        for (int i = 0; i < variables.length; i += 2) {
            map.put((String) variables[i], variables[i + 1]);
        }
        return map;
    }

    private static BpmnModelInstance read(String processId) {
        return Bpmn.readModelFromFile(new File("bpmn", processId + ".bpmn"));
    }

    private static List<String> calledBy(BpmnModelInstance model) {
        return model.getModelElementsByType(CallActivity.class).stream()
                .map(CallActivity::getCalledElement)
                .distinct()
                .toList();
    }

    private static Stream<String> delegatesOf(BpmnModelInstance model) {
        return Stream.of(
                        model.getModelElementsByType(ServiceTask.class).stream()
                                .map(ServiceTask::getCamundaDelegateExpression),
                        model.getModelElementsByType(MessageEventDefinition.class).stream()
                                .map(MessageEventDefinition::getCamundaDelegateExpression))
                .flatMap(expressions -> expressions)
                .filter(expression -> expression != null)
                .map(expression -> expression.substring(2, expression.length() - 1))
                .distinct();
    }

    private static BpmnModelInstance standIn(String processId) {
        return Bpmn.createExecutableProcess(processId)
                .camundaHistoryTimeToLiveString("P3650D")
                .startEvent()
                .userTask("UserTask_StandIn")
                .endEvent()
                .done();
    }

    private static BpmnModelInstance caller(String processId) {
        var call = Bpmn.createExecutableProcess("caller")
                .camundaHistoryTimeToLiveString("P3650D")
                .startEvent()
                .callActivity("CallActivity_Called")
                .calledElement(processId)
                .camundaInBusinessKey("#{execution.processBusinessKey}")
                .camundaIn("caseRef", "caseRef")
                .camundaIn("track", "track")
                .camundaIn("mode", "mode");
        ERRORS.forEach(error ->
                call.boundaryEvent("BoundaryEvent_" + error).error(error).endEvent("EndEvent_" + error));
        return call.endEvent().done();
    }
}
