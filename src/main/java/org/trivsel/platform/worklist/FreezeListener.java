package org.trivsel.platform.worklist;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Makes three properties of the models true: while an activity that `freezes` goes on, the processes of the case that
 * are `pausable` stand still, and so do the tasks that are `familyFacing`.
 */
@Component
class FreezeListener extends AbstractBpmnParseListener {

    private final ObjectProvider<WorkFreeze> freeze;

    FreezeListener(ObjectProvider<WorkFreeze> freeze) {
        this.freeze = freeze;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        listen(element, activity);
        if (has(element, "familyFacing")) {
            activity.addListener(ExecutionListener.EVENTNAME_START, look());
        }
    }

    @Override
    public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
        listen(element, activity);
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        if (has(element, "pausable")) {
            process.addListener(ExecutionListener.EVENTNAME_START, look());
        }
    }

    private void listen(Element element, ActivityImpl activity) {
        if (has(element, "freezes")) {
            String process = ((ProcessDefinitionEntity) activity.getProcessDefinition()).getKey();
            String id = activity.getId();
            activity.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution ->
                    freeze.getObject().begin(caseRef(execution), execution.getActivityInstanceId(), process, id));
            activity.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener)
                    execution -> freeze.getObject().end(caseRef(execution), execution.getActivityInstanceId()));
        }
    }

    private ExecutionListener look() {
        return execution -> freeze.getObject().look(caseRef(execution));
    }

    private static String caseRef(DelegateExecution execution) {
        return (String) execution.getVariable("caseRef");
    }

    private static boolean has(Element element, String name) {
        Element extensions = element.element("extensionElements");
        @Nullable Element properties = extensions == null ? null : extensions.element("properties");
        return properties != null
                && properties.elements("property").stream()
                        .anyMatch(property ->
                                name.equals(property.attribute("name")) && "true".equals(property.attribute("value")));
    }
}
