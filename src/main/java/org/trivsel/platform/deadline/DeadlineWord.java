package org.trivsel.platform.deadline;

import java.time.Instant;
import java.util.Set;

/**
 * It is time to remind somebody of a deadline, or to turn to somebody who can act. Published in the transaction in which it
 * was noted that this was said: said once, or not at all.
 *
 * @param step what of the rule speaks, such as {@code -P3D}; with the deadline and its date it names the word for ever
 * @param roles to whom, as candidate groups
 */
public record DeadlineWord(RunningDeadline deadline, Kind kind, String step, Set<String> roles, Instant at) {

    /** Early enough to act, or too late. */
    public enum Kind {
        REMINDER,
        ESCALATION
    }

    /** The same for the same word, however often it is spoken. */
    public String key() {
        return deadline.id() + "/" + kind.name().charAt(0) + "/" + step + "/"
                + deadline.dueAt().getEpochSecond();
    }
}
