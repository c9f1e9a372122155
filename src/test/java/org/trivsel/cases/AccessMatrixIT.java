package org.trivsel.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.trivsel.demo.CasePlayer;
import org.trivsel.demo.CaseScript;
import org.trivsel.platform.engine.TimeMachine;
import org.trivsel.platform.file.CaseFiles;
import org.trivsel.platform.identity.Role;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;
import org.trivsel.platform.worklist.CaseCourse;
import org.trivsel.platform.worklist.Worklist;
import org.trivsel.platform.worklist.WorklistTask;
import org.trivsel.practice.meeting.PlannedMeetings;

/**
 * Who may do what: every endpoint, for every role, on a case of one's own and on a foreign one, as
 * {@code access-matrix.csv} says. An endpoint without a line fails; so does a page and its twin in the API that differ.
 */
@OnH2
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixIT {

    private static final Path MATRIX = Path.of("src/test/resources/access-matrix.csv");
    private static final LocalDateTime IN_SAFETY_WORK = LocalDateTime.parse("2026-04-10T12:00");

    /** The columns of the matrix: people on the case, and people who are not. */
    private static final Map<String, String> ACTORS = actors();

    @Autowired
    private PlannedMeetings meetings;

    @Autowired
    MockMvc web;

    @Autowired
    CasePlayer player;

    @Autowired
    TimeMachine time;

    @Autowired
    Users users;

    @Autowired
    Worklist worklist;

    @Autowired
    CaseCourse course;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private final Set<String> takesJson = new HashSet<>();

    @Autowired
    CaseFiles files;

    private long fileId;
    private String caseRef;

    private static Map<String, String> actors() {
        Map<String, String> actors = new LinkedHashMap<>();
        actors.put("own caseworker", "signe");
        actors.put("own consultant", "lars");
        actors.put("own manager", "karen");
        actors.put("foreign caseworker", "matrix-caseworker");
        actors.put("foreign consultant", "matrix-consultant");
        actors.put("foreign manager", "matrix-manager");
        actors.put("auditor", "matrix-auditor");
        actors.put("advice line", "matrix-advice_line");
        return actors;
    }

    @BeforeAll
    void playIntoSafetyWork() throws IOException {
        CaseScript script = CaseScript.read("case-a", new ObjectMapper()).as(null);
        time.startAt(script.steps()
                .get(0)
                .at()
                .atZone(ZoneId.of("Europe/Copenhagen"))
                .toInstant());
        player.play(List.of(script), LocalDateTime.MIN, IN_SAFETY_WORK);
        caseRef = player.caseRef(script);
        byte[] letter = "Kære familie".getBytes(StandardCharsets.UTF_8);
        files.add(
                users.find("signe").orElseThrow(),
                worklist.ofCase(caseRef).get(0).id(),
                "brev.txt",
                letter.length,
                new ByteArrayResource(letter));
        fileId = files.ofCase(users.find("signe").orElseThrow(), caseRef).get(0).id();
        for (Role role : Role.values()) {
            String name = "matrix-" + role.group();
            if (users.find(name).isEmpty()) {
                users.register(
                        new User(name, "Matrix " + role.group(), Set.of(role), "Andet team", null, null), "{noop}demo");
            }
        }
    }

    @Test
    void everyEndpointAllowsWhatTheMatrixSays() throws Exception {
        Map<String, String> expected = matrix();
        Map<String, String> found = new TreeMap<>();
        for (String endpoint : endpoints()) {
            List<String> cells = new ArrayList<>();
            for (String username : ACTORS.values()) {
                cells.add(verdict(endpoint, username));
            }
            found.put(endpoint, String.join(";", cells));
        }
        expected.replaceAll((endpoint, line) -> line.substring(0, line.lastIndexOf(';')));
        assertThat(lines(found)).isEqualTo(lines(expected));
    }

    @Test
    void aPageAllowsWhatItsTwinInTheApiAllows() throws IOException {
        Map<String, String> matrix = matrix();
        matrix.forEach((endpoint, line) -> {
            String twin = line.substring(line.lastIndexOf(';') + 1);
            if (!twin.isEmpty()) {
                assertThat(matrix).as("twin of " + endpoint).containsKey(twin);
                assertThat(cells(matrix.get(twin)))
                        .as(endpoint + " and " + twin)
                        .isEqualTo(cells(line));
            }
        });
        assertThat(matrix.values().stream().filter(line -> !line.endsWith(";"))).hasSizeGreaterThan(5);
    }

    @Test
    void everyEndpointOfTheApiIsDescribed() throws Exception {
        String description = web.perform(MockMvcRequestBuilders.get("/api/docs").with(user("signe")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(endpoints().stream()
                        .map(endpoint -> endpoint.substring(endpoint.indexOf(' ') + 1))
                        .filter(path -> path.startsWith("/api/")))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(description).contains("\"" + path + "\""));
    }

    private static String cells(String line) {
        return line.substring(0, line.lastIndexOf(';'));
    }

    private static String lines(Map<String, String> matrix) {
        StringBuilder text = new StringBuilder();
        matrix.forEach((endpoint, line) ->
                text.append(endpoint).append(';').append(line).append('\n'));
        return text.toString();
    }

    private static Map<String, String> matrix() throws IOException {
        Map<String, String> lines = new TreeMap<>();
        for (String line : Files.readAllLines(MATRIX)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                lines.put(line.substring(0, line.indexOf(';')), line.substring(line.indexOf(';') + 1));
            }
        }
        return lines;
    }

    /** What changes something comes last, so that what is only read finds the case as it was. */
    private List<String> endpoints() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("org.trivsel"))
                .peek(this::noteJson)
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .flatMap(pattern -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> method.name() + " " + pattern)))
                .sorted(Comparator.comparing((String endpoint) -> !endpoint.startsWith("GET"))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private void noteJson(Map.Entry<RequestMappingInfo, HandlerMethod> entry) {
        if (Stream.of(entry.getValue().getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class))) {
            entry.getKey().getPatternValues().forEach(pattern -> entry.getKey()
                    .getMethodsCondition()
                    .getMethods()
                    .forEach(method -> takesJson.add(method.name() + " " + pattern)));
        }
    }

    /** yes, or the status that refuses. What a request lacks besides (a body, a date) is not asked here. */
    private String verdict(String endpoint, String username) throws Exception {
        String method = endpoint.substring(0, endpoint.indexOf(' '));
        String path = address(endpoint.substring(endpoint.indexOf(' ') + 1), username);
        var request = MockMvcRequestBuilders.request(HttpMethod.valueOf(method), java.net.URI.create(path))
                .with(user(username))
                .with(csrf())
                .locale(Locale.ENGLISH);
        if (takesJson.contains(endpoint)) {
            request.contentType(MediaType.APPLICATION_JSON)
                    .content(path.endsWith("/assign") ? "{\"user\":\"ida\"}" : "{}");
        }
        int status = web.perform(request).andReturn().getResponse().getStatus();
        assertThat(status).as(method + " " + path + " as " + username).isLessThan(500);
        return status == 401 || status == 403 || status == 404 ? String.valueOf(status) : "yes";
    }

    private String address(String pattern, String username) {
        Optional<WorklistTask> mine = worklist.ofCase(caseRef).stream()
                .filter(task -> username.equals(task.assignee()))
                .findFirst();
        String task = mine.or(() -> worklist.ofCase(caseRef).stream().findFirst())
                .map(WorklistTask::id)
                .orElseThrow();
        return pattern.replace("{caseRef}", caseRef)
                .replace("{message}", "ChildConversationRequested")
                .replace(
                        "{instanceId}",
                        course.runs(caseRef, Locale.ENGLISH).get(0).instanceId())
                .replaceAll("(/tasks/)\\{[a-zA-Z]+}", "$1" + task)
                .replaceAll(
                        "(/meetings/)\\{id}", "$1" + meetings.of(caseRef).get(0).id())
                .replaceAll("(/files/)\\{id}", "$1" + fileId)
                .replaceAll("\\{[a-zA-Z]+}", "1");
    }
}
