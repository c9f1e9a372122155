package org.trivsel.platform.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.data.Remembered;

/** The staff of this installation. */
@Repository
public class Users {

    private static final String COLUMNS = "username, display_name, roles, team, language, email";

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final Remembered<String, Optional<User>> known = new Remembered<>();

    Users(JdbcClient jdbc, PasswordEncoder passwords) {
        this.jdbc = jdbc;
        this.passwords = passwords;
    }

    public Optional<User> find(String username) {
        return known.get(username, () -> jdbc.sql("select " + COLUMNS + " from app_user where username = ?")
                .param(username)
                .query(Users::read)
                .optional());
    }

    /** The person's name, or the user name when the account is gone. */
    public String displayName(String username) {
        return find(username).map(User::displayName).orElse(username);
    }

    /** The names of several people in the order asked; the user name where the account is gone. */
    public Map<String, String> displayNames(Collection<String> usernames) {
        Map<String, String> names = new LinkedHashMap<>();
        usernames.forEach(username -> names.put(username, username));
        of(names.keySet()).forEach(user -> names.put(user.username(), user.displayName()));
        return names;
    }

    /** Those of several people who have an account. */
    public List<User> of(Collection<String> usernames) {
        return usernames.isEmpty()
                ? List.of()
                : jdbc.sql("select " + COLUMNS + " from app_user where username in (:usernames)")
                        .param("usernames", usernames)
                        .query(Users::read)
                        .list();
    }

    public List<User> withRole(Role role) {
        return all().stream().filter(user -> user.has(role)).toList();
    }

    public List<User> all() {
        return jdbc.sql("select " + COLUMNS + " from app_user order by display_name")
                .query(Users::read)
                .list();
    }

    /** The manager who leads a team, if there is one. */
    public Optional<User> managerOf(String team) {
        return withRole(Role.MANAGER).stream()
                .filter(user -> user.team().equals(team))
                .findFirst();
    }

    /** @param passwordHash with its kind in front, as {@link PasswordEncoder} writes it */
    @Transactional
    public void register(User user, String passwordHash) {
        known.forget();
        jdbc.sql("insert into app_user (username, password_hash, display_name, roles, team, language, email)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        user.username(),
                        passwordHash,
                        user.displayName(),
                        names(user.roles()),
                        user.team(),
                        user.language() == null ? null : user.language().getLanguage(),
                        user.email())
                .update();
    }

    /** Registers a person, or brings the account up to date. The language a person chose stays. */
    @Transactional
    void adopt(User user, String passwordHash) {
        if (find(user.username()).isEmpty()) {
            register(user, passwordHash);
            return;
        }
        known.forget();
        jdbc.sql("update app_user set password_hash = ?, display_name = ?, roles = ?, team = ?, email = ?"
                        + " where username = ?")
                .params(
                        passwordHash,
                        user.displayName(),
                        names(user.roles()),
                        user.team(),
                        user.email(),
                        user.username())
                .update();
    }

    /**
     * Takes roles and password from everybody else. The account stays, because journal and access log name it.
     *
     * @return how many had something to lose
     */
    @Transactional
    int dismissAllBut(Set<String> usernames) {
        known.forget();
        List<User> dismissed = all().stream()
                .filter(user -> !usernames.contains(user.username()))
                .filter(user -> !user.roles().isEmpty())
                .toList();
        dismissed.forEach(user -> jdbc.sql("update app_user set password_hash = ?, roles = '' where username = ?")
                .params(passwords.encode(UUID.randomUUID().toString()), user.username())
                .update());
        return dismissed.size();
    }

    @Transactional
    public void chooseLanguage(String username, @Nullable Locale language) {
        known.forget();
        jdbc.sql("update app_user set language = ? where username = ?")
                .params(language == null ? null : language.getLanguage(), username)
                .update();
    }

    Optional<String> passwordHash(String username) {
        return jdbc.sql("select password_hash from app_user where username = ?")
                .param(username)
                .query(String.class)
                .optional();
    }

    private static String names(Set<Role> roles) {
        return roles.stream().map(Role::name).collect(Collectors.joining(","));
    }

    private static User read(ResultSet row, int number) throws SQLException {
        String language = row.getString("language");
        return new User(
                row.getString("username"),
                row.getString("display_name"),
                Arrays.stream(row.getString("roles").split(","))
                        .filter(role -> !role.isEmpty())
                        .map(Role::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getString("team"),
                language == null ? null : Locale.forLanguageTag(language),
                row.getString("email"));
    }
}
