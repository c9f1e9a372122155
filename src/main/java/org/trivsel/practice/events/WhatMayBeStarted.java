package org.trivsel.practice.events;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trivsel.platform.engine.CaseMessages;
import org.trivsel.platform.worklist.ActionRule;
import org.trivsel.platform.worklist.Worklist;
import org.trivsel.platform.worklist.WorklistTask;
import org.trivsel.practice.casefile.People;
import org.trivsel.practice.casefile.Person;
import org.trivsel.practice.casefile.SafetyCase;
import org.trivsel.practice.casefile.SafetyCases;

/** Which events fit a case as it is, and why another does not. */
@Component
class WhatMayBeStarted implements ActionRule {

    private final SafetyCases cases;
    private final People people;
    private final CaseMessages messages;
    private final Worklist worklist;

    WhatMayBeStarted(SafetyCases cases, People people, CaseMessages messages, Worklist worklist) {
        this.cases = cases;
        this.people = people;
        this.messages = messages;
        this.worklist = worklist;
    }

    @Override
    public Optional<String> refusal(String caseRef, String message) {
        return Optional.ofNullable(
                switch (message) {
                    case "ChildBorn", "PregnancyEnded" -> people.awaitsChild(caseRef) ? null : "no-child-awaited";
                    case "ControlVisitPlanned" -> observed(cases.get(caseRef)) ? null : "visits-in-observation-only";
                    case "ConsentWithdrawn", "ConsentLimited" -> consent(caseRef);
                    case "ChildPartEnded" -> remaining(caseRef) > 1 ? null : "last-child";
                    case "PauseRequested" -> messages.runs(caseRef, "pause") ? "pause-runs" : null;
                    case "FamilyMoving" -> messages.runs(caseRef, "family-move") ? "move-runs" : null;
                    case "WorkerChangeRequested" -> messages.runs(caseRef, "change-of-worker") ? "change-runs" : null;
                    case "NetworkTooSmall" -> messages.runs(caseRef, "network-finding") ? "finding-runs" : null;
                    case "ContactLost" -> messages.runs(caseRef, "loss-of-contact") ? "contact-runs" : null;
                    case "ParentsDisagree" -> messages.runs(caseRef, "parents-disagreement") ? "talks-run" : null;
                    default -> null;
                });
    }

    private static boolean observed(SafetyCase safetyCase) {
        return safetyCase.state().equals("L3_OBSERVATION");
    }

    private @org.jspecify.annotations.Nullable String consent(String caseRef) {
        if (messages.runs(caseRef, "consent-withdrawal")) {
            return "consent-is-withdrawn";
        }
        return cases.get(caseRef).consented() ? null : "no-consent-yet";
    }

    private long remaining(String caseRef) {
        return people.of(caseRef, Person.Role.CHILD).stream()
                .filter(child -> child.outcome() == null)
                .count();
    }

    /** A second alarm while the first is being looked at is the same alarm. */
    @Override
    public boolean isUnderWay(String caseRef, String message) {
        return message.equals("AcuteDangerReported")
                && worklist.ofCase(caseRef).stream()
                        .map(WorklistTask::taskKey)
                        .anyMatch("UserTask_AssessImmediateSafety"::equals);
    }
}
