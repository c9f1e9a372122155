package org.trivsel.practice.casefile;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.deadline.DeadlineDates;
import org.trivsel.practice.casefile.process.SafetyPlanningProcess;

/** Opens a case that goes on from one that was closed: the same family, a new consent (E10). */
@Component
public class ReopenedCase {

    private final SafetyCases cases;
    private final People people;
    private final ChildAges ages;
    private final DeadlineDates dates;
    private final SafetyPlanningProcess process;

    ReopenedCase(SafetyCases cases, People people, ChildAges ages, DeadlineDates dates, SafetyPlanningProcess process) {
        this.cases = cases;
        this.people = people;
        this.ages = ages;
        this.dates = dates;
        this.process = process;
    }

    @Transactional
    public void open(
            String caseRef, SafetyCase old, String caseworker, String substitute, Instant notified, Instant at) {
        String track = old.track().equals("UNBORN") ? "STANDARD" : old.track();
        cases.open(new SafetyCase(
                caseRef,
                track,
                old.mode(),
                old.legalBasis(),
                old.country(),
                "REFERRED",
                old.placementStatus(),
                old.policeCase(),
                caseworker,
                substitute,
                null,
                null,
                old.manager(),
                old.team(),
                false,
                false,
                at,
                null,
                null,
                null));
        cases.reopens(caseRef, old.caseRef());
        if (old.consultant1() != null) {
            cases.assignConsultants(caseRef, old.consultant1(), old.consultant2());
        }
        people.copy(old.caseRef(), caseRef);
        dates.start(caseRef, "NOTIFICATION", notified);
        ages.startClock(caseRef);
    }

    public void begin(String caseRef, String by, int entryLevel) {
        SafetyCase opened = cases.get(caseRef);
        process.caseReopened(caseRef, by, opened.track(), opened.mode(), entryLevel);
    }
}
