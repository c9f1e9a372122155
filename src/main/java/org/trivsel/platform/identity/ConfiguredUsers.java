package org.trivsel.platform.identity;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/**
 * Takes in the staff that the configuration names ({@code trivsel.users}), before anybody can log in. The list is the
 * whole staff: who is no longer on it keeps the name under old entries, but has no role and cannot log in. An empty list
 * changes nothing.
 */
@Component
class ConfiguredUsers implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(ConfiguredUsers.class);

    private final Staff staff;
    private final Users users;

    ConfiguredUsers(Staff staff, Users users) {
        this.staff = staff;
        this.users = users;
    }

    /** What stands in the configuration. */
    @ConfigurationProperties("trivsel")
    record Staff(@DefaultValue List<Member> users) {}

    /**
     * @param passwordHash with the name of its algorithm in front, such as {@code {bcrypt}$2y$10$…}; never a password
     * @throws IllegalArgumentException when something is missing, or the password stands there in plain text
     */
    record Member(
            String username, String passwordHash, String name, Set<Role> roles, String team, @Nullable String email) {

        Member {
            if (isBlank(username) || isBlank(name) || isBlank(team) || roles == null || roles.isEmpty()) {
                throw new IllegalArgumentException("a user has a username, a name, a team and at least one role");
            }
            if (passwordHash == null || !passwordHash.matches("\\{(?!noop)[\\w@.-]+}\\S+")) {
                throw new IllegalArgumentException("the password-hash of " + username
                        + " is no hash with its algorithm in front ({bcrypt}$2y$10$...)");
            }
        }

        private static boolean isBlank(@Nullable String text) {
            return text == null || text.isBlank();
        }

        User user() {
            return new User(username, name, roles, team, null, email == null ? "" : email);
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (staff.users().isEmpty()) {
            return;
        }
        staff.users().forEach(member -> users.adopt(member.user(), member.passwordHash()));
        int dismissed =
                users.dismissAllBut(staff.users().stream().map(Member::username).collect(Collectors.toSet()));
        log.info(
                "{} users taken from the configuration, {} others locked out",
                staff.users().size(),
                dismissed);
    }
}
