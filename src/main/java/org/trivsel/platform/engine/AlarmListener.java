package org.trivsel.platform.engine;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes a model's `alarm` property true: when the event starts, whoever watches over alarms is told before any task of it. */
@Component
class AlarmListener extends AbstractBpmnParseListener {

    private final ObjectProvider<CaseAlarms> alarms;

    AlarmListener(ObjectProvider<CaseAlarms> alarms) {
        this.alarms = alarms;
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (isAlarm(element)) {
            activity.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                    execution -> alarms.ifAvailable(watch -> watch.raised((String) execution.getVariable("caseRef"))));
        }
    }

    private static boolean isAlarm(Element element) {
        @Nullable Element extensions = element.element("extensionElements");
        @Nullable Element properties = extensions == null ? null : extensions.element("properties");
        return properties != null
                && properties.elements("property").stream()
                        .anyMatch(property -> "alarm".equals(property.attribute("name"))
                                && "true".equals(property.attribute("value")));
    }
}
