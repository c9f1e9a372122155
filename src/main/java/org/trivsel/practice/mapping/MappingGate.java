package org.trivsel.practice.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.Submission;
import org.trivsel.platform.worklist.TaskGate;
import org.trivsel.practice.casefile.Journal;
import org.trivsel.practice.casefile.People;
import org.trivsel.practice.casefile.Person;
import org.trivsel.practice.casefile.SafetyCase;
import org.trivsel.practice.casefile.SafetyCases;
import org.trivsel.practice.child.ChildConversations;
import org.trivsel.practice.meeting.Meetings;

/** G3: level 1 is complete, so that level 2 may begin (R116). */
@Component
class MappingGate implements TaskGate {

    private final SafetyCases cases;
    private final People people;
    private final Journal journal;
    private final ScaleRatings ratings;
    private final ChildConversations conversations;
    private final Meetings meetings;

    MappingGate(
            SafetyCases cases,
            People people,
            Journal journal,
            ScaleRatings ratings,
            ChildConversations conversations,
            Meetings meetings) {
        this.cases = cases;
        this.people = people;
        this.journal = journal;
        this.ratings = ratings;
        this.conversations = conversations;
        this.meetings = meetings;
    }

    @Override
    public String key() {
        return "G3";
    }

    /** Leaving level 1 by another way needs no complete mapping. */
    @Override
    public boolean applies(Submission submission) {
        return submission.answers().is("decision", "TO_LEVEL_2");
    }

    @Override
    public List<Missing> missing(String caseRef, @Nullable Submission submission) {
        List<Missing> missing = new ArrayList<>();
        SafetyCase safetyCase = cases.get(caseRef);
        boolean complete = journal.latest(caseRef, "compile-mapping")
                .map(entry -> entry.answers().flag("complete"))
                .orElse(false);
        addIf(!complete, missing, "mapping-incomplete", "task:UserTask_CompileMapping");
        scale(safetyCase, missing);
        people.of(caseRef, Person.Role.CHILD).stream()
                .filter(child -> !conversations.heldOrWaived(caseRef, child.id()))
                .forEach(child -> missing.add(
                        Missing.of("no-child-conversation", "action:ChildConversationRequested", child.id())));
        inventory(caseRef, missing);
        addIf(meetings.count(caseRef, "MAPPING") == 0, missing, "no-mapping-meeting", "action:NetworkMeetingCalled");
        closingMeeting(caseRef, safetyCase, missing);
        return missing;
    }

    private void scale(SafetyCase safetyCase, List<Missing> missing) {
        Set<String> raters = ratings.latest(safetyCase.caseRef()).keySet();
        String mend = "action:NetworkMeetingCalled";
        addIf(!raters.contains(safetyCase.caseworker()), missing, "scale-caseworker", mend);
        addIf(
                people.of(safetyCase.caseRef(), Person.Role.PARENT).stream()
                        .noneMatch(parent -> raters.contains(parent.id())),
                missing,
                "scale-parent",
                mend);
        addIf(
                !raters.contains(safetyCase.consultant1()) && !raters.contains(safetyCase.consultant2()),
                missing,
                "scale-consultant",
                mend);
    }

    private void inventory(String caseRef, List<Missing> missing) {
        String mend = "task:UserTask_MakeNetworkInventory";
        var inventory = journal.latest(caseRef, "make-network-inventory");
        addIf(inventory.isEmpty(), missing, "no-inventory", mend);
        addIf(
                inventory.isPresent()
                        && !inventory.get().answers().has("genogram")
                        && !inventory.get().answers().has("genogramNote"),
                missing,
                "no-genogram",
                mend);
    }

    private void closingMeeting(String caseRef, SafetyCase safetyCase, List<Missing> missing) {
        String mend = "task:UserTask_HoldNextStepMeeting";
        var meeting = journal.latest(caseRef, "hold-next-step-meeting");
        if (meeting.isEmpty()) {
            missing.add(Missing.of("no-closing-meeting", mend));
            return;
        }
        Answers held = meeting.get().answers();
        List<String> present = held.values("participants");
        addIf(
                !present.contains(safetyCase.caseworker()) && !present.contains(safetyCase.substitute()),
                missing,
                "meeting-without-caseworker",
                mend);
        addIf(present.stream().noneMatch(id -> id.matches("P\\d+")), missing, "meeting-without-parent", mend);
        addIf(present.stream().noneMatch(id -> id.matches("N\\d+")), missing, "meeting-without-network", mend);
    }

    private static void addIf(boolean wrong, List<Missing> missing, String code, String mend) {
        if (wrong) {
            missing.add(Missing.of(code, mend));
        }
    }
}
