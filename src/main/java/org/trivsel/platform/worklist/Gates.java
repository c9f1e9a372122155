package org.trivsel.platform.worklist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.trivsel.platform.engine.ModelProperties;
import org.trivsel.platform.engine.ModelVocabulary;
import org.trivsel.platform.forms.Submission;

/** Finds the gates a model put on a task and asks them. */
@Component
public class Gates implements ModelVocabulary {

    private final Map<String, TaskGate> gates = new TreeMap<>();
    private final ModelProperties properties;
    private final GateLog log;

    Gates(List<TaskGate> gates, ModelProperties properties, GateLog log) {
        gates.forEach(gate -> this.gates.put(gate.key(), gate));
        this.properties = properties;
        this.log = log;
    }

    @Override
    public Set<String> gates() {
        return gates.keySet();
    }

    /** Every gate of the method by key, in order. */
    public Map<String, TaskGate> all() {
        return gates;
    }

    /** The gates behind a task, as the model names them. */
    public List<TaskGate> behind(WorklistTask task) {
        return properties.property(task.processDefinitionId(), task.taskKey(), "gate").stream()
                .flatMap(names -> Arrays.stream(names.trim().split("[ ,]+")))
                .map(this::gate)
                .toList();
    }

    private TaskGate gate(String key) {
        TaskGate gate = gates.get(key);
        if (gate == null) {
            throw new IllegalStateException("the model names the gate " + key + ", which does not exist");
        }
        return gate;
    }

    /**
     * @return the gates this submission goes through
     * @throws GateBlocked naming everything that is missing
     */
    List<String> check(WorklistTask task, Submission submission) {
        List<GateBlocked.Blocked> blocked = new ArrayList<>();
        List<String> passed = new ArrayList<>();
        for (TaskGate gate : behind(task)) {
            if (gate.applies(submission)) {
                gate.missing(submission.caseRef(), submission)
                        .forEach(missing -> blocked.add(new GateBlocked.Blocked(gate.key(), missing)));
                passed.add(gate.key());
            }
        }
        if (!blocked.isEmpty()) {
            throw new GateBlocked(submission.caseRef(), blocked);
        }
        return passed;
    }

    void remember(String caseRef, List<String> passed) {
        passed.forEach(gate -> log.passed(caseRef, gate));
    }
}
