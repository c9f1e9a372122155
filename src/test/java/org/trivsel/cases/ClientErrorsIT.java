package org.trivsel.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.trivsel.platform.engine.BrokenEdition;
import org.trivsel.platform.engine.Editions;
import org.trivsel.platform.engine.TimeMachine;

/** Whatever a client sends: a clear answer, nothing lost, and never a 5xx. */
@OnH2
class ClientErrorsIT {

    /** A year of its own, so that the example cases keep their numbers in the application all these tests share. */
    private static final Instant MORNING = Instant.parse("2027-03-03T09:00:00Z");

    @Autowired
    MockMvc api;

    @Autowired
    ObjectMapper json;

    @Autowired
    TimeMachine time;

    @Autowired
    Editions editions;

    @Autowired
    Clock clock;

    private String caseRef;

    @BeforeEach
    void referACase() throws Exception {
        time.startAt(MORNING);
        caseRef = json.readTree(send(post("/api/cases"), "signe", sample("refer-case"))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .path("caseRef")
                .asText();
    }

    @Nested
    class AForm {

        @ParameterizedTest
        @CsvSource({"da", "sv", "en"})
        void namesEveryWrongFieldInTheReadersLanguage(String language) throws Exception {
            ObjectNode data = sample("assess-immediate-safety");
            data.put("reason", "kort").put("assessment", "PERHAPS");
            send(complete(task("UserTask_AssessImmediateSafety")).header("Accept-Language", language), "signe", data)
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(jsonPath("$.errors[*].field", hasItem("reason")))
                    .andExpect(jsonPath("$.errors[?(@.field == 'reason')].code", hasItem("min-length")))
                    .andExpect(jsonPath("$.errors[*].field", hasItem("assessment")))
                    .andExpect(jsonPath(
                            "$.title",
                            containsString(
                                    switch (language) {
                                        case "da" -> "disse svar";
                                        case "sv" -> "de här svaren";
                                        default -> "these answers";
                                    })));
        }

        @Test
        void refusesAnUnknownKey() throws Exception {
            ObjectNode data = sample("assess-immediate-safety").put("smuggled", "x");
            send(complete(task("UserTask_AssessImmediateSafety")), "signe", data)
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(jsonPath("$.errors[0].code").value("unknown-key"));
        }

        @Test
        void refusesAPersonalNumberInAText() throws Exception {
            ObjectNode data = sample("assess-immediate-safety");
            data.put("danger", "Barnet (010117-1234) har en rød plet på kinden og er bange for at gå hjem.");
            send(complete(task("UserTask_AssessImmediateSafety")), "signe", data)
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(jsonPath("$.errors[0].field").value("danger"))
                    .andExpect(jsonPath("$.errors[0].code").value("personal-number"));
        }

        @Test
        void refusesARuleOfTheMethodBesideTheField() throws Exception {
            ObjectNode data = sample("refer-case").put("substitute", "signe");
            send(post("/api/cases"), "signe", data)
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(jsonPath("$.errors[0].field").value("substitute"))
                    .andExpect(jsonPath("$.errors[0].code").value("substitute-same"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {"{", "[]", "null", "\"text\"", "42", "{\"danger\":{\"a\":[1,{}]}}"})
        void answersAnythingThatIsNoFormWithoutFailing(String body) throws Exception {
            int answer = api.perform(complete(task("UserTask_AssessImmediateSafety"))
                            .with(httpBasic("signe", "demo"))
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            assertThat(answer).isIn(400, 422);
        }

        @Test
        void keepsTheDraftWhenTheSubmissionIsRefused() throws Exception {
            String id = task("UserTask_AssessImmediateSafety");
            ObjectNode half = json.createObjectNode().put("danger", "Hun er bange");
            send(put("/api/tasks/" + id + "/draft"), "signe", half).andExpect(status().isNoContent());
            send(complete(id), "signe", half).andExpect(status().isUnprocessableEntity());
            api.perform(get("/api/tasks/" + id).with(httpBasic("signe", "demo")))
                    .andExpect(jsonPath("$.data.danger").value("Hun er bange"));
        }
    }

    @Nested
    class ATask {

        @Test
        void completedBySomebodyElseIsAConflict() throws Exception {
            String id = task("UserTask_AssessImmediateSafety");
            send(complete(id), "mads", sample("assess-immediate-safety")).andExpect(status().isNoContent());
            send(complete(id), "signe", sample("assess-immediate-safety"))
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.code").value("task-gone"));
        }

        @Test
        void ofAnotherRoleIsNotMine() throws Exception {
            send(complete(task("UserTask_AssessImmediateSafety")), "lars", sample("assess-immediate-safety"))
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.code").value("task-not-yours"));
        }

        @Test
        void ofAForeignCaseDoesNotExist() throws Exception {
            String id = task("UserTask_AssessImmediateSafety");
            for (MockHttpServletRequestBuilder call :
                    List.of(get("/api/tasks/" + id), post("/api/tasks/" + id + "/claim"), complete(id))) {
                send(call, "pia", sample("assess-immediate-safety")).andExpect(status().isNotFound());
            }
        }

        @Test
        void thatNeverWasIsNotFound() throws Exception {
            api.perform(get("/api/tasks/no-such-task").with(httpBasic("signe", "demo")))
                    .andExpect(status().isNotFound())
                    .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        }

        @Test
        void handedToSomebodyWhoMayNotDoItIsRefused() throws Exception {
            String id = task("UserTask_AssessImmediateSafety");
            ObjectNode lars = json.createObjectNode().put("user", "lars");
            send(post("/api/tasks/" + id + "/assign"), "karen", lars).andExpect(status().isForbidden());
            ObjectNode nobody = json.createObjectNode().put("user", "nobody");
            send(post("/api/tasks/" + id + "/assign"), "karen", nobody).andExpect(status().isUnprocessableEntity());
        }
    }

    @Nested
    class ACase {

        @Test
        void ofOthersDoesNotExist() throws Exception {
            for (String path : List.of("", "/journal")) {
                api.perform(get("/api/cases/" + caseRef + path).with(httpBasic("pia", "demo")))
                        .andExpect(status().isNotFound());
            }
            api.perform(post("/api/cases/" + caseRef + "/actions/AcuteDangerReported")
                            .with(httpBasic("pia", "demo")))
                    .andExpect(status().isNotFound());
        }

        @Test
        void doesNotStartWhatItDoesNotListenFor() throws Exception {
            api.perform(post("/api/cases/" + caseRef + "/actions/ControlVisitPlanned")
                            .with(httpBasic("lars", "demo")))
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.code").value("refused.visits-in-observation-only"));
        }

        @Test
        void isReferredByCaseworkersOnly() throws Exception {
            send(post("/api/cases"), "lars", sample("refer-case"))
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.code").value("forbidden"));
        }

        @Test
        void hidesNamesFromConsultantsAtFirst() throws Exception {
            api.perform(get("/api/cases/" + caseRef).with(httpBasic("lars", "demo")))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.namesVisible").value(false))
                    .andExpect(jsonPath("$.people[0].name").value("Pige, 8 år"));
            String journal = api.perform(
                            get("/api/cases/" + caseRef + "/journal").with(httpBasic("lars", "demo")))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            assertThat(journal).doesNotContain("Prøvesen").doesNotContain("Alma");
        }
    }

    @Nested
    class AnAddress {

        @ParameterizedTest
        @CsvSource({
            "/api/tasks?limit=0",
            "/api/tasks?limit=9999",
            "/api/tasks?limit=x",
            "/api/tasks?assignee=everybody",
            "/api/tasks?after=!!!",
            "/api/tasks?after=YWJj",
            "/api/tasks?overdue=perhaps"
        })
        void withAWrongParameterIsABadRequest(String address) throws Exception {
            api.perform(get(address).with(httpBasic("signe", "demo")))
                    .andExpect(status().isBadRequest())
                    .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        }

        @Test
        void withoutLogInIsRefused() throws Exception {
            api.perform(get("/api/tasks")).andExpect(status().isUnauthorized());
            api.perform(get("/tasks")).andExpect(redirectedUrlPattern("**/login"));
        }

        @Test
        void thatIsNotOursShowsAPageToPeople() throws Exception {
            api.perform(get("/nowhere").with(user("signe")).accept(MediaType.TEXT_HTML))
                    .andExpect(status().isNotFound());
            api.perform(get("/cases/1999-0001").with(user("signe")).accept(MediaType.TEXT_HTML))
                    .andExpect(status().isNotFound())
                    .andExpect(content().string(containsString("<main")));
        }

        @Test
        void withANulCharacterIsABadRequest() throws Exception {
            api.perform(get("/api/tasks").param("case", "2026\0").with(httpBasic("signe", "demo")))
                    .andExpect(status().isBadRequest());
        }
    }

    /** Mutated and random bodies against every address that takes one: refused or accepted, never failed. */
    @Test
    void nothingAClientSendsIsA5xx() throws Exception {
        Random random = new Random(20260302);
        String id = task("UserTask_AssessTargetGroup");
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String form = i % 2 == 0 ? "refer-case" : "assess-target-group";
            JsonNode body = mutate(sample(form), random);
            MockHttpServletRequestBuilder call = i % 2 == 0 ? post("/api/cases") : complete(id);
            int answer = send(call, i % 2 == 0 ? "signe" : "lars", body)
                    .andReturn()
                    .getResponse()
                    .getStatus();
            if (answer >= 500) {
                failures.add(answer + " " + form + " " + body);
            }
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void aBrokenModelIsNamedAndNothingIsDeployed() throws Exception {
        Editions.Edition before = editions.current();
        Map<String, byte[]> files = new TreeMap<>();
        for (String folder : List.of("bpmn", "forms")) {
            try (var all = Files.list(Path.of(folder))) {
                for (Path file : all.toList()) {
                    files.put(folder + "/" + file.getFileName(), Files.readAllBytes(file));
                }
            }
        }
        String mapping = new String(files.get("bpmn/mapping.bpmn"), StandardCharsets.UTF_8)
                .replaceFirst("targetRef=\"[^\"]+\"", "targetRef=\"UserTask_Nowhere\"");
        files.put("bpmn/mapping.bpmn", mapping.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> editions.deploy(files))
                .isInstanceOf(BrokenEdition.class)
                .hasMessageContaining("bpmn/mapping.bpmn")
                .hasMessageContaining("UserTask_Nowhere");
        assertThat(editions.current()).isEqualTo(before);
    }

    @Test
    void theSameFilesAreNoNewEdition() {
        assertThat(editions.current().number()).isEqualTo(1);
    }

    @Test
    void aPageWithoutItsTokenIsRefused() throws Exception {
        api.perform(post("/cases/" + caseRef + "/actions/AcuteDangerReported").with(user("signe")))
                .andExpect(status().isForbidden());
        api.perform(post("/cases/" + caseRef + "/actions/AcuteDangerReported")
                        .with(user("signe"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
    }

    private static JsonNode mutate(ObjectNode original, Random random) {
        ObjectNode data = original.deepCopy();
        List<String> keys = new ArrayList<>();
        data.fieldNames().forEachRemaining(keys::add);
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            data.set(keys.get(random.nextInt(keys.size())), value(random, 0));
        }
        return random.nextInt(20) == 0 ? value(random, 0) : data;
    }

    private static JsonNode value(Random random, int depth) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (random.nextInt(depth > 3 ? 9 : 11)) {
            case 0 -> make.nullNode();
            case 1 -> make.booleanNode(random.nextBoolean());
            case 2 -> make.numberNode(random.nextLong());
            case 3 -> make.numberNode(random.nextDouble() * 1e300);
            case 4 -> make.textNode("");
            case 5 -> make.textNode("9999-99-99");
            case 6 -> make.textNode("a\u0000b\uD800 𝄞");
            case 7 -> make.textNode("x".repeat(random.nextInt(70_000)));
            case 8 -> make.textNode("-999999999-01-01T00:00Z");
            case 9 -> {
                ArrayNode array = make.arrayNode();
                for (int i = 0; i < random.nextInt(4); i++) {
                    array.add(value(random, depth + 1));
                }
                yield array;
            }
            default -> make.objectNode().set("key", value(random, depth + 1));
        };
    }

    private String task(String taskKey) throws Exception {
        JsonNode page = json.readTree(
                api.perform(get("/api/tasks?assignee=any&case=" + caseRef).with(httpBasic("signe", "demo")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        for (JsonNode task : page.path("tasks")) {
            if (task.path("taskKey").asText().equals(taskKey)) {
                return task.path("id").asText();
            }
        }
        throw new AssertionError("no task " + taskKey + " in " + page);
    }

    private static MockHttpServletRequestBuilder complete(String id) {
        return post("/api/tasks/" + id + "/complete");
    }

    private ResultActions send(MockHttpServletRequestBuilder call, String username, JsonNode body) throws Exception {
        return api.perform(call.with(httpBasic(username, "demo"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.toString()));
    }

    private ObjectNode sample(String form) throws Exception {
        return (ObjectNode)
                json.readTree(Files.readString(Path.of("src/test/resources/submissions/" + form + ".json")));
    }
}
