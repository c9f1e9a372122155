package org.trivsel.platform.worklist;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Hangs the {@link WorklistWriter} on every user task of every model. */
@Component
class WorklistListener extends AbstractBpmnParseListener {

    private static final String[] EVENTS = {
        TaskListener.EVENTNAME_CREATE,
        TaskListener.EVENTNAME_UPDATE,
        TaskListener.EVENTNAME_COMPLETE,
        TaskListener.EVENTNAME_DELETE
    };

    private final WorklistWriter writer;

    WorklistListener(WorklistWriter writer) {
        this.writer = writer;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        for (String event : EVENTS) {
            task.addBuiltInTaskListener(event, writer);
        }
    }
}
