package org.trivsel.practice.network;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trivsel.platform.forms.Submission;
import org.trivsel.platform.worklist.TaskGate;

/** G4: six adults who know the concerns and goals and committed themselves; three to five with the manager's leave. */
@Component
public class NetworkGate implements TaskGate {

    public static final int ENOUGH = 6;

    private final NetworkMembers members;
    private final NetworkOverrides overrides;

    NetworkGate(NetworkMembers members, NetworkOverrides overrides) {
        this.members = members;
        this.overrides = overrides;
    }

    @Override
    public String key() {
        return "G4";
    }

    @Override
    public List<Missing> missing(String caseRef, @Nullable Submission submission) {
        int count = members.countable(caseRef);
        int needed = overrides.minimum(caseRef).orElse(ENOUGH);
        return count >= needed
                ? List.of()
                : List.of(Missing.of("network-too-small", "action:NetworkMemberProposed", count, needed));
    }
}
