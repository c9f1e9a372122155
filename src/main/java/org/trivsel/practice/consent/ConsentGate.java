package org.trivsel.practice.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.deadline.DeadlineDates;
import org.trivsel.platform.forms.Submission;
import org.trivsel.platform.worklist.TaskGate;
import org.trivsel.practice.casefile.Decisions;
import org.trivsel.practice.casefile.Journal;
import org.trivsel.practice.casefile.People;
import org.trivsel.practice.casefile.Person;
import org.trivsel.practice.casefile.SafetyCases;
import org.trivsel.practice.consent.Consents.Consent;

/**
 * G1: every custody holder consents and is willing to all three minimum requirements. A hard block: there is no "start
 * anyway" (R163). In Sweden a child of fifteen consents too (LVU § 1).
 */
@Component
public class ConsentGate implements TaskGate {

    private static final String MEND = "task:UserTask_RecordConsent";
    private static final int SWEDISH_AGE_OF_CONSENT = 15;

    private final Consents consents;
    private final People people;
    private final SafetyCases cases;
    private final Decisions decisions;
    private final Journal journal;
    private final DeadlineDates deadlines;
    private final Clock clock;

    ConsentGate(
            Consents consents,
            People people,
            SafetyCases cases,
            Decisions decisions,
            Journal journal,
            DeadlineDates deadlines,
            Clock clock) {
        this.consents = consents;
        this.people = people;
        this.cases = cases;
        this.decisions = decisions;
        this.journal = journal;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "G1";
    }

    @Override
    public List<Missing> missing(String caseRef, @Nullable Submission submission) {
        List<Missing> missing = new ArrayList<>();
        for (Person holder : people.custodyHolders(caseRef)) {
            Optional<Consent> consent = consents.latest(caseRef, holder.id());
            if (consent.isEmpty()) {
                missing.add(Missing.of("consent-missing", MEND, holder.id()));
            } else if (!consent.get().isComplete(cases.get(caseRef).mode())) {
                missing.add(Missing.of("not-willing", MEND, holder.id()));
            }
        }
        if (childMustConsent(caseRef) && !childConsents(caseRef)) {
            missing.add(Missing.of("child-consent-missing", MEND));
        }
        return missing;
    }

    private boolean childMustConsent(String caseRef) {
        LocalDate born = LocalDate.now(clock).minusYears(SWEDISH_AGE_OF_CONSENT);
        return cases.get(caseRef).country().equals("SE")
                && people.of(caseRef, Person.Role.CHILD).stream()
                        .map(Person::birthDate)
                        .anyMatch(birthDate -> birthDate != null && !birthDate.isAfter(born));
    }

    private boolean childConsents(String caseRef) {
        return journal.of(caseRef, "record-consent").stream()
                .anyMatch(entry -> entry.answers().flag("childConsents"));
    }

    /** @param complete whether level 1 may begin; @param readFiles whether somebody lets their files be read; each decides over their own */
    public record Result(boolean complete, boolean readFiles) {}

    /** Draws the conclusion once all have answered: unlocks the case for the consultants and starts the long clocks. */
    @Transactional
    public Result conclude(String caseRef) {
        boolean complete = missing(caseRef, null).isEmpty();
        if (complete) {
            cases.consented(caseRef, true);
            decisions.passed(caseRef, key());
            deadlines.startOnce(caseRef, "CONSENT", clock.instant());
            deadlines.startOnce(caseRef, "DECISION_32", clock.instant());
        }
        boolean readFiles = people.custodyHolders(caseRef).stream()
                .anyMatch(holder -> consents.latest(caseRef, holder.id())
                        .filter(one -> !one.files().equals("NO"))
                        .isPresent());
        boolean alreadyRead = journal.latest(caseRef, "read-earlier-material").isPresent();
        return new Result(complete, readFiles && !alreadyRead);
    }
}
