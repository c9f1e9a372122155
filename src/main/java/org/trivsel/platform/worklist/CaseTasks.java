package org.trivsel.platform.worklist;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All open tasks of one person on a case at once: when the case changes hands, or somebody is away (E5, E17). */
@Service
public class CaseTasks {

    private final Worklist worklist;
    private final Assignments assignments;

    CaseTasks(Worklist worklist, Assignments assignments) {
        this.worklist = worklist;
        this.assignments = assignments;
    }

    /** @return how many tasks changed hands */
    @Transactional
    public int handOver(String caseRef, String from, String to) {
        var theirs = worklist.ofCase(caseRef).stream()
                .filter(task -> from.equals(task.assignee()))
                .toList();
        theirs.forEach(task -> assignments.give(task.id(), to));
        return theirs.size();
    }
}
