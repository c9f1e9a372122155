package org.trivsel.demo;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.trivsel.platform.identity.Role;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;

/** The staff of the two example cases, and who looks at their log. Fictional, password "demo", in the demo profile only. */
@Component
@Profile("demo")
class DemoUsers {

    /** In plain, because everybody knows it: a hash would only cost each call of the API a tenth of a second. */
    private static final String PASSWORD = "{noop}demo";

    private final Users users;

    DemoUsers(Users users) {
        this.users = users;
    }

    void register() {
        for (User user : List.of(
                user("signe", "Signe Fiktivsen", Role.CASEWORKER),
                user("mads", "Mads Eksempelby", Role.CASEWORKER),
                user("pia", "Pia Fiktivsen", Role.CASEWORKER),
                user("karen", "Karen Eksempelgaard", Role.MANAGER),
                user("lars", "Lars Demolund", Role.CONSULTANT),
                user("ida", "Ida Testgaard", Role.CONSULTANT),
                user("maja", "Maja Låtsasson", Role.CONSULTANT),
                user("tilde", "Tilde Kontrolgaard", Role.AUDITOR))) {
            if (users.find(user.username()).isEmpty()) {
                users.register(user, PASSWORD);
            }
        }
    }

    private static User user(String username, String name, Role role) {
        return new User(username, name, Set.of(role), "Børn og unge", null, username + "@trivsel.example");
    }
}
