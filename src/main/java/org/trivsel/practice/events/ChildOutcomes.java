package org.trivsel.practice.events;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.trivsel.practice.casefile.CaseStateEntered;
import org.trivsel.practice.casefile.Decisions;
import org.trivsel.practice.casefile.Journal;
import org.trivsel.practice.casefile.People;
import org.trivsel.practice.casefile.Person;

/**
 * A case that ends before the last level ends for each child who is still part of it: the outcome is per child (C1, E9).
 * What somebody said of a child before stands.
 */
@Component
class ChildOutcomes {

    private final People people;
    private final Decisions decisions;
    private final Journal journal;

    ChildOutcomes(People people, Decisions decisions, Journal journal) {
        this.people = people;
        this.decisions = decisions;
        this.journal = journal;
    }

    @EventListener
    void ended(CaseStateEntered entered) {
        String caseRef = entered.caseRef();
        String outcome = outcome(caseRef, entered.state());
        if (outcome != null) {
            people.of(caseRef, Person.Role.CHILD).stream()
                    .filter(child -> child.outcome() == null)
                    .forEach(child -> people.outcome(caseRef, child.id(), outcome));
        }
    }

    private @Nullable String outcome(String caseRef, String state) {
        return switch (state) {
            case "PLACED" -> isAgainst(caseRef) ? "PLACED_AGAINST" : "PLACED_WITH_SUPPORT";
            case "NO_PLAN" -> "OTHER_SUPPORT";
            case "WITHDRAWN" -> "CONSENT_WITHDRAWN";
            case "TRANSFERRED" -> "MOVED";
            case "CLOSED" -> inMapping(caseRef).orElse(null);
            default -> null;
        };
    }

    private boolean isAgainst(String caseRef) {
        return decisions
                        .latest(caseRef, "AFTER_NO_PLAN")
                        .filter("PLACEMENT_COMPULSORY"::equals)
                        .isPresent()
                || journal.latest(caseRef, "report-no-plan")
                        .filter(entry -> entry.answers().is("parentPosition", "OPPOSES"))
                        .isPresent();
    }

    /** Level 1 may end the case; the later levels say the outcome of each child in their form (F35). */
    private Optional<String> inMapping(String caseRef) {
        return decisions.latest(caseRef, "NEXT_STEP").flatMap(step -> switch (step) {
            case "SAFE_ENOUGH_CLOSE" -> Optional.of("SAFE_ENOUGH_L1");
            case "OTHER_SUPPORT" -> Optional.of("OTHER_SUPPORT");
            default -> Optional.empty();
        });
    }
}
