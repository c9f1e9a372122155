package org.trivsel.platform.identity;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff. Families and their networks have no login.
 *
 * @param language the language this person chose, or null for the municipality's
 */
public record User(
        String username,
        String displayName,
        Set<Role> roles,
        String team,
        @Nullable Locale language,
        @Nullable String email) {

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether work can be given to this person; an auditor only reads what others did. */
    public boolean worksOnCases() {
        return roles.stream().anyMatch(role -> role != Role.AUDITOR);
    }
}
