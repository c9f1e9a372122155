package org.trivsel.practice.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody the case is about: a child (also unborn), a parent, a member of the network, a professional. Staff are users.
 *
 * @param id short and stable within the case: C1, P1, N1, R1; what forms and the engine hold instead of a name
 * @param pseudonym what consultants see until the parents accept the family meeting (C10)
 */
public record Person(
        String id,
        Role role,
        String name,
        String pseudonym,
        @Nullable String relation,
        @Nullable LocalDate birthDate,
        @Nullable LocalDate dueDate,
        @Nullable String livesWith,
        boolean custodyHolder,
        @Nullable String phone,
        @Nullable String category,
        @Nullable String outcome) {

    /** What a person is to the case, with the letter of the ids. */
    public enum Role {
        CHILD("C"),
        PARENT("P"),
        NETWORK("N"),
        PROFESSIONAL("R");

        private final String letter;

        Role(String letter) {
            this.letter = letter;
        }

        public String letter() {
            return letter;
        }
    }
}
