package org.trivsel.practice.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.trivsel.platform.deadline.DeadlineDates;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.ContributionTo;
import org.trivsel.platform.forms.Problems;
import org.trivsel.platform.forms.Submission;
import org.trivsel.practice.casefile.Decisions;
import org.trivsel.practice.network.NetworkGate;

/** Who decided what about an event, and the dates that follow: pauses (E15), new limits (E18), a network that grew (E4). */
@Component
class EventDecisions extends ContributionTo {

    /** A pause longer than this is no pause: the case is looked at again. */
    private static final Duration LONGEST_PAUSE = Duration.ofDays(30);

    private final Decisions decisions;
    private final DeadlineDates dates;
    private final NetworkGate network;
    private final Clock clock;

    EventDecisions(Decisions decisions, DeadlineDates dates, NetworkGate network, Clock clock) {
        super(
                "register-pause",
                "decide-overrun",
                "find-network",
                "decide-after-withdrawal",
                "assess-disagreement",
                "decide-after-placement",
                "decide-on-contact",
                "confirm-receipt");
        this.decisions = decisions;
        this.dates = dates;
        this.network = network;
        this.clock = clock;
    }

    @Override
    public void check(Submission submission, Problems problems) {
        Answers form = submission.answers();
        Instant now = clock.instant();
        switch (submission.formId()) {
            case "register-pause" -> {
                problems.addIf(!form.instant("until").isAfter(now), "until", "in-past");
                problems.addIf(
                        form.instant("until").isAfter(now.plus(LONGEST_PAUSE)),
                        "until",
                        "pause-too-long",
                        LONGEST_PAUSE.toDays());
            }
            case "decide-overrun" -> {
                Instant newDate = form.instantOrNull("newDate");
                problems.addIf(newDate != null && !newDate.isAfter(now), "newDate", "in-past");
            }
            case "find-network" ->
                problems.addIf(
                        form.is("outcome", "GROWN")
                                && !network.missing(submission.caseRef(), null).isEmpty(),
                        "outcome",
                        "network-still-small");
            default -> {}
        }
    }

    @Override
    public Map<String, Object> accept(Submission submission, long entryId) {
        Answers form = submission.answers();
        String caseRef = submission.caseRef();
        switch (submission.formId()) {
            case "register-pause" -> {
                dates.agree(caseRef, "PAUSE_UNTIL", form.instant("until"));
                decisions.record(submission, "PAUSE", form.text("reason"), entryId);
            }
            case "decide-overrun" -> {
                if (form.has("newDate")) {
                    dates.agree(caseRef, "EXTENDED_UNTIL", form.instant("newDate"));
                }
                decisions.record(submission, "OVERRUN_REASON", form.text("reasonCode"), entryId);
                decisions.record(submission, "OVERRUN", form.text("decision"), entryId);
            }
            case "find-network" -> decisions.record(submission, "NETWORK", form.text("outcome"), entryId);
            default -> decisions.record(submission, kind(submission.formId()), form.text("decision"), entryId);
        }
        return Map.of();
    }

    /** `decide-on-contact` → ON_CONTACT. */
    private static String kind(String formId) {
        return formId.substring(formId.indexOf('-') + 1).replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
