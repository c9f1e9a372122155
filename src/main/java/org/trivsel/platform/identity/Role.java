package org.trivsel.platform.identity;

import java.util.Locale;
import java.util.Optional;

/** What a person may do, by the candidate group's name in the models. One person may hold several (R046). */
public enum Role {
    CASEWORKER,
    CONSULTANT,
    MANAGER,
    ADVICE_LINE,
    AUDITOR;

    /** The candidate group in the models. */
    public String group() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> ofGroup(String group) {
        for (Role role : values()) {
            if (role.group().equals(group)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
