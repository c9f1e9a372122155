package org.trivsel.platform.worklist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Service;
import org.trivsel.platform.engine.ModelProperties;
import org.trivsel.platform.identity.User;

/** What may be started on a case now: exactly what its running processes listen for and the models call startable. */
@Service
public class CaseActions {

    private final RuntimeService runtime;
    private final ModelProperties properties;
    private final IdentityService identity;
    private final Continuations continuations;

    CaseActions(
            RuntimeService runtime, ModelProperties properties, IdentityService identity, Continuations continuations) {
        this.continuations = continuations;
        this.runtime = runtime;
        this.properties = properties;
        this.identity = identity;
    }

    /** @param name the start event's name in the model; `textKey` finds its translation */
    public record Action(String message, String name, String textKey, String executionId) {}

    public List<Action> open(User user, String caseRef) {
        Map<String, Action> actions = new TreeMap<>();
        for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseRef)
                .list()) {
            String definition = instance.getProcessDefinitionId();
            for (EventSubscription waiting : runtime.createEventSubscriptionQuery()
                    .eventType("message")
                    .processInstanceId(instance.getId())
                    .list()) {
                if (mayStart(user, definition, waiting.getActivityId())) {
                    String processKey = definition.substring(0, definition.indexOf(':'));
                    actions.put(
                            waiting.getEventName(),
                            new Action(
                                    waiting.getEventName(),
                                    properties.authoredName(definition, waiting.getActivityId()),
                                    processKey + "." + waiting.getActivityId(),
                                    waiting.getExecutionId()));
                }
            }
        }
        return new ArrayList<>(actions.values());
    }

    private boolean mayStart(User user, String definition, String activity) {
        boolean startable = properties
                .property(definition, activity, "startable")
                .filter("true"::equals)
                .isPresent();
        return startable
                && properties
                        .property(definition, activity, "roles")
                        .map(roles -> Arrays.stream(roles.split("[ ,]+")).anyMatch(group -> user.roles().stream()
                                .anyMatch(role -> role.group().equals(group))))
                        .orElse(true);
    }

    /** @throws ActionNotOpen when the case does not listen for it now, or not to this person */
    public void start(User user, String caseRef, String message) {
        Action action = open(user, caseRef).stream()
                .filter(one -> one.message().equals(message))
                .findFirst()
                .orElseThrow(() -> new ActionNotOpen(message));
        continuations.after(() -> {
            identity.setAuthentication(user.username(), List.of());
            try {
                runtime.messageEventReceived(message, action.executionId());
            } finally {
                identity.clearAuthentication();
            }
            return message;
        });
    }
}
