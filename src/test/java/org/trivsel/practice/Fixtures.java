package org.trivsel.practice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trivsel.platform.forms.Submission;
import org.trivsel.platform.identity.Role;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.worklist.TaskGate;
import org.trivsel.practice.casefile.Journal;
import org.trivsel.practice.casefile.Person;
import org.trivsel.practice.casefile.SafetyCase;

/** Case A in pieces, for tests of single rules. */
public final class Fixtures {

    public static final String REF = "2026-0007";
    public static final Instant NOW = Instant.parse("2026-08-20T08:00:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Europe/Copenhagen"));

    private static final ObjectMapper JSON = new ObjectMapper();

    private Fixtures() {}

    public static SafetyCase safetyCase() {
        return safetyCase("STANDARD", "DK", LocalDate.of(2026, 4, 22));
    }

    public static SafetyCase safetyCase(String track, String country, LocalDate observationStart) {
        return new SafetyCase(
                REF,
                track,
                country.equals("DK") ? "DK_SUPPORT_CONSENT" : "SE_VOLUNTARY",
                "BL32_1_5",
                country,
                "L1_MAPPING",
                "HOME",
                "NONE",
                "signe",
                "mads",
                "lars",
                "ida",
                "karen",
                "Børn og unge",
                true,
                true,
                NOW,
                null,
                observationStart,
                4);
    }

    public static Person person(String id) {
        return person(id, null);
    }

    public static Person person(String id, LocalDate birthDate) {
        Person.Role role =
                switch (id.charAt(0)) {
                    case 'C' -> Person.Role.CHILD;
                    case 'P' -> Person.Role.PARENT;
                    case 'N' -> Person.Role.NETWORK;
                    default -> Person.Role.PROFESSIONAL;
                };
        return new Person(
                id, role, "Navn " + id, id, null, birthDate, null, null, role == Person.Role.PARENT, null, null, null);
    }

    public static List<Person> persons(String... ids) {
        return List.of(ids).stream().map(Fixtures::person).toList();
    }

    public static User user(String username, Role role) {
        return new User(username, username, Set.of(role), "Børn og unge", null, "");
    }

    /** A valid example of a form, free to change. */
    public static ObjectNode sample(String form) {
        try {
            return (ObjectNode)
                    JSON.readTree(Files.readString(Path.of("src/test/resources/submissions/" + form + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ObjectNode object(String json) {
        try {
            return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Submission submission(String form, JsonNode data, String author) {
        return new Submission(REF, form, null, null, data, user(author, Role.CASEWORKER), NOW);
    }

    public static Optional<Journal.Entry> entry(String form, JsonNode data) {
        return Optional.of(
                new Journal.Entry(1, REF, form, "edition", null, null, "lars", NOW, "PLUS_CONSULTANT", data));
    }

    /** What a gate names, as codes. */
    public static List<String> codes(List<TaskGate.Missing> missing) {
        return missing.stream().map(TaskGate.Missing::code).toList();
    }
}
