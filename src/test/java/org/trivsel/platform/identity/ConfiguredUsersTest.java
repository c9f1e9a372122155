package org.trivsel.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.trivsel.platform.identity.ConfiguredUsers.Member;
import org.trivsel.platform.identity.ConfiguredUsers.Staff;

class ConfiguredUsersTest {

    private final PasswordEncoder passwords = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private Users users;

    @BeforeEach
    void emptyDatabase() {
        var database = new EmbeddedDatabaseBuilder()
                .setType(EmbeddedDatabaseType.H2)
                .generateUniqueName(true)
                .build();
        Flyway.configure().dataSource(database).load().migrate();
        users = new Users(JdbcClient.create(database), passwords);
    }

    @Test
    void letsAConfiguredPersonLogInWithTheirRoles() {
        start(member("anne", "secret", Role.CASEWORKER, Role.MANAGER));

        assertThat(users.find("anne"))
                .contains(new User(
                        "anne",
                        "Anne Eksempel",
                        Set.of(Role.CASEWORKER, Role.MANAGER),
                        "Familie",
                        null,
                        "anne@kommune.example"));
        assertThat(logsIn("anne", "secret")).isTrue();
        assertThat(logsIn("anne", "another")).isFalse();
    }

    @Test
    void bringsAnAccountUpToDateAndKeepsTheLanguageThePersonChose() {
        start(member("anne", "secret", Role.CASEWORKER));
        users.chooseLanguage("anne", Locale.forLanguageTag("sv"));

        start(member("anne", "changed", Role.CONSULTANT));

        var anne = users.find("anne").orElseThrow();
        assertThat(anne.roles()).containsExactly(Role.CONSULTANT);
        assertThat(anne.language()).isEqualTo(Locale.forLanguageTag("sv"));
        assertThat(logsIn("anne", "changed")).isTrue();
        assertThat(logsIn("anne", "secret")).isFalse();
    }

    @Test
    void locksOutWhoIsNoLongerNamedButKeepsTheName() {
        start(member("anne", "secret", Role.CASEWORKER), member("bo", "secret", Role.CASEWORKER));

        start(member("anne", "secret", Role.CASEWORKER));

        assertThat(logsIn("bo", "secret")).isFalse();
        assertThat(users.find("bo").orElseThrow().roles()).isEmpty();
        assertThat(users.withRole(Role.CASEWORKER)).extracting(User::username).containsExactly("anne");
        assertThat(users.displayName("bo")).isEqualTo("Bo Eksempel");
    }

    @Test
    void changesNothingWhileTheConfigurationNamesNobody() {
        start(member("anne", "secret", Role.CASEWORKER));

        start();

        assertThat(logsIn("anne", "secret")).isTrue();
    }

    @Test
    void readsTheListFromTheConfiguration() {
        var properties = new MapConfigurationPropertySource(Map.of(
                "trivsel.zone", "Europe/Copenhagen",
                "trivsel.users[0].username", "anne",
                "trivsel.users[0].password-hash", "{bcrypt}$2y$10$abc",
                "trivsel.users[0].name", "Anne Eksempel",
                "trivsel.users[0].roles", "caseworker, manager",
                "trivsel.users[0].team", "Familie"));

        var staff = new Binder(properties).bind("trivsel", Staff.class).get();

        assertThat(staff.users())
                .containsExactly(new Member(
                        "anne",
                        "{bcrypt}$2y$10$abc",
                        "Anne Eksempel",
                        Set.of(Role.CASEWORKER, Role.MANAGER),
                        "Familie",
                        null));
    }

    @Test
    void refusesAPasswordInPlainText() {
        for (String plain : List.of("secret", "{noop}secret", "")) {
            assertThatThrownBy(() -> new Member("anne", plain, "Anne", Set.of(Role.MANAGER), "Familie", null))
                    .hasMessageContaining("password-hash of anne")
                    .message()
                    .doesNotContain("secret");
        }
    }

    @Test
    void refusesAPersonWithoutARole() {
        assertThatThrownBy(() -> new Member("anne", "{bcrypt}$2y$10$abc", "Anne", Set.of(), "Familie", null))
                .hasMessageContaining("at least one role");
    }

    private void start(Member... members) {
        new ConfiguredUsers(new Staff(List.of(members)), users).afterSingletonsInstantiated();
    }

    private Member member(String username, String password, Role... roles) {
        String name = username.substring(0, 1).toUpperCase(Locale.ROOT) + username.substring(1) + " Eksempel";
        return new Member(
                username, passwords.encode(password), name, Set.of(roles), "Familie", username + "@kommune.example");
    }

    private boolean logsIn(String username, String password) {
        return users.passwordHash(username)
                .map(hash -> passwords.matches(password, hash))
                .orElse(false);
    }
}
