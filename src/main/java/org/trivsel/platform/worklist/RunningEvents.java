package org.trivsel.platform.worklist;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Service;
import org.trivsel.platform.engine.ModelProperties;

/** What happens on a case beside its plan just now: its running processes that the models call an `exception`. */
@Service
public class RunningEvents {

    private final RuntimeService runtime;
    private final ModelProperties properties;

    RunningEvents(RuntimeService runtime, ModelProperties properties) {
        this.runtime = runtime;
        this.properties = properties;
    }

    /** @param code the exception's number in the method, such as E1 */
    public record Event(String processKey, String code, String instanceId) {}

    public List<Event> of(String caseRef) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseRef).list().stream()
                .flatMap(instance -> properties
                        .property(instance.getProcessDefinitionId(), key(instance), "exception")
                        .map(code -> new Event(key(instance), code, instance.getId()))
                        .stream())
                .toList();
    }

    private static String key(ProcessInstance instance) {
        String definition = instance.getProcessDefinitionId();
        return definition.substring(0, definition.indexOf(':'));
    }
}
