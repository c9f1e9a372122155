package org.trivsel.platform.worklist;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.trivsel.platform.engine.Continuations;
import org.trivsel.platform.engine.ModelProperties;
import org.trivsel.platform.identity.User;

/** What may be started on a case now: exactly what its running processes listen for and the models call startable. */
@Service
public class CaseActions {

    private final RuntimeService runtime;
    private final ModelProperties properties;
    private final IdentityService identity;
    private final Continuations continuations;
    private final WorkFreeze freeze;
    private final List<ActionRule> rules;
    private final ReceivedReports reports;

    CaseActions(
            RuntimeService runtime,
            ModelProperties properties,
            IdentityService identity,
            Continuations continuations,
            WorkFreeze freeze,
            List<ActionRule> rules,
            ReceivedReports reports) {
        this.freeze = freeze;
        this.rules = rules;
        this.reports = reports;
        this.continuations = continuations;
        this.runtime = runtime;
        this.properties = properties;
        this.identity = identity;
    }

    /** @param name the start event's name in the model; `textKey` finds its translation */
    public record Action(String message, String name, String textKey, String executionId) {}

    public List<Action> open(User user, String caseRef) {
        return listening(user, caseRef).stream()
                .filter(action -> refusal(caseRef, action.message()).isEmpty())
                .toList();
    }

    private Optional<String> refusal(String caseRef, String message) {
        return rules.stream()
                .flatMap(rule -> rule.refusal(caseRef, message).stream())
                .findFirst();
    }

    private List<Action> listening(User user, String caseRef) {
        boolean frozen = freeze.isFrozen(caseRef);
        Map<String, Action> actions = new TreeMap<>();
        for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseRef)
                .list()) {
            String definition = instance.getProcessDefinitionId();
            if (instance.isSuspended()) {
                continue;
            }
            for (EventSubscription waiting : runtime.createEventSubscriptionQuery()
                    .eventType("message")
                    .processInstanceId(instance.getId())
                    .list()) {
                if (mayStart(user, definition, waiting.getActivityId())
                        && !(frozen && says(definition, waiting.getActivityId(), "familyFacing"))) {
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
        return says(definition, activity, "startable")
                && properties
                        .property(definition, activity, "roles")
                        .map(roles -> Arrays.stream(roles.split("[ ,]+")).anyMatch(group -> user.roles().stream()
                                .anyMatch(role -> role.group().equals(group))))
                        .orElse(true);
    }

    private boolean says(String definition, String activity, String property) {
        return properties
                .property(definition, activity, property)
                .filter("true"::equals)
                .isPresent();
    }

    /** Starts it unless the same report, by the key its sender gave it, was received before. */
    public void start(User user, String caseRef, String message, @Nullable String reportKey) {
        if (reportKey == null) {
            start(user, caseRef, message);
            return;
        }
        String key = UUID.nameUUIDFromBytes(reportKey.getBytes(StandardCharsets.UTF_8))
                .toString();
        if (reports.isFirst(caseRef, key, message)) {
            try {
                start(user, caseRef, message);
            } catch (RuntimeException e) {
                reports.forget(caseRef, key);
                throw e;
            }
        }
    }

    /**
     * Starts an action of the case. What is being looked at already is not started a second time.
     *
     * @throws ActionRefused when it does not fit the case as it is
     * @throws ActionNotOpen when the case does not listen for it now, or not to this person
     */
    public void start(User user, String caseRef, String message) {
        if (rules.stream().anyMatch(rule -> rule.isUnderWay(caseRef, message))) {
            return;
        }
        refusal(caseRef, message).ifPresent(reason -> {
            throw new ActionRefused(message, reason);
        });
        Action action = listening(user, caseRef).stream()
                .filter(one -> one.message().equals(message))
                .findFirst()
                .orElseThrow(() -> freeze.isFrozen(caseRef)
                        ? new ActionRefused(message, "work-stands-still")
                        : new ActionNotOpen(message));
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
