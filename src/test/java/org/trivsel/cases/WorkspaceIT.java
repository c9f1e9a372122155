package org.trivsel.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.trivsel.demo.CasePlayer;
import org.trivsel.demo.CaseScript;
import org.trivsel.platform.access.AccessLogReader;
import org.trivsel.platform.access.EmergencyAccess;
import org.trivsel.platform.access.Purpose;
import org.trivsel.platform.engine.TimeMachine;
import org.trivsel.platform.identity.Role;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;

/** Reading a whole case: what the case page shows to whom, and what the log keeps of it. */
@OnH2
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkspaceIT {

    @Autowired
    MockMvc web;

    @Autowired
    CasePlayer player;

    @Autowired
    TimeMachine time;

    @Autowired
    java.time.Clock clock;

    @Autowired
    Users users;

    @Autowired
    EmergencyAccess emergency;

    @Autowired
    AccessLogReader log;

    private String caseRef;

    @BeforeAll
    void playCaseA() {
        CaseScript script = CaseScript.read("case-a", new ObjectMapper()).as(null);
        LocalDateTime begin = script.steps().get(0).at();
        time.startAt(begin.atZone(ZoneId.of("Europe/Copenhagen")).toInstant());
        LocalDateTime end = script.steps().get(script.steps().size() - 1).at().plusMinutes(1);
        player.play(List.of(script), LocalDateTime.MIN, end);
        caseRef = player.caseRef(script);
        if (users.find("otto").isEmpty()) {
            users.register(new User("otto", "Otto Tilsyn", Set.of(Role.AUDITOR), "Tilsyn", null, null), "{noop}otto-1");
        }
    }

    @Nested
    class TheJournal {

        @Test
        void isFoundByAnyWordAReaderMayRead() throws Exception {
            page("lars", "/cases/{ref}/journal?q=blå%20sten")
                    .andExpect(content().string(containsString("<strong>Indsend sikkerhedsplan")));
            page("lars", "/cases/{ref}/journal?q=xyzzy").andExpect(content().string(containsString("Intet passer")));
        }

        @Test
        void isFilteredByKindAuthorAndDay() throws Exception {
            String kind = body(page("ida", "/cases/{ref}/journal?kind=hold-network-meeting"));
            assertThat(kind).contains("7 notater").doesNotContain("<strong>Tal med barnet");
            assertThat(body(page("ida", "/cases/{ref}/journal?from=2026-03-02&until=2026-03-02&author=signe")))
                    .contains("Signe Fiktivsen")
                    .doesNotContain("Ældre notater");
        }

        @Test
        void takesWhateverIsTyped() throws Exception {
            page("lars", "/cases/{ref}/journal?q=" + "a".repeat(10_000)).andExpect(status().isOk());
            page("lars", "/cases/{ref}/journal?from=someday&kind=%27%3B--&q=%25%5F")
                    .andExpect(status().isOk());
        }

        @Test
        void keepsASearchInTheLogWithItsPurposeButNotItsWords() throws Exception {
            page("lars", "/cases/{ref}/journal?q=hemmeligt");
            AccessLogReader.Look look = looks("lars").get(0);
            assertThat(look.what()).isEqualTo("journal search");
            assertThat(look.purpose()).isEqualTo(Purpose.SEARCH);
        }
    }

    @Nested
    class ThePlan {

        @Test
        void saysWhatChangedBetweenTwoVersions() throws Exception {
            String changes = body(page("lars", "/cases/{ref}/plan?from=1.0&to=1.1"));
            assertThat(changes).contains("Ændret fra 1.0 til 1.1").contains("Kommunens døgnvagt");
            assertThat(body(page("lars", "/cases/{ref}/plan?from=1.1&to=1.1"))).contains("0 ændringer");
        }

        @Test
        void showsTheNewestForAVersionThatIsNot() throws Exception {
            page("lars", "/cases/{ref}/plan?from=9.9&to=../..")
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Planen, version 1.2")));
        }
    }

    @Nested
    class TheCourse {

        @Test
        void isDrawnInTheReadersLanguage() throws Exception {
            assertThat(body(page("ida", "/cases/{ref}"))).contains("/cases/" + caseRef + "/course");
            String page = body(page("ida", "/cases/{ref}/course"));
            String url = page.replaceAll("(?s).*?data-drawing-url=\"([^\"]+)\".*", "$1");
            web.perform(get(url).with(user("ida"))
                            .locale(Locale.forLanguageTag("sv"))
                            .param("x", "y"))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("passed")));
            web.perform(get("/cases/" + caseRef + "/course/no-such-run").with(user("ida")))
                    .andExpect(status().isNotFound());
        }
    }

    @Nested
    class AnEmergency {

        @Test
        void opensACaseForADayShowsItToTheTeamAndIsReviewed() throws Exception {
            page("pia", "/cases/{ref}").andExpect(status().isNotFound());
            post("pia", "/cases/emergency", "caseRef", caseRef, "reason", "Barnet er alene, ingen svarer")
                    .andExpect(status().is3xxRedirection());

            page("pia", "/cases/{ref}").andExpect(status().isOk());
            page("signe", "/cases/{ref}").andExpect(content().string(containsString("Barnet er alene, ingen svarer")));
            String review = body(page("karen", "/access-log"));
            assertThat(review).contains("Barnet er alene, ingen svarer");
            long id = emergency.unreviewed(caseRef).get(0).id();
            post("signe", "/access-log/emergencies/" + id, "review", "Ja").andExpect(status().isNotFound());
            post("karen", "/access-log/emergencies/" + id, "review", "Var nødvendigt")
                    .andExpect(status().is3xxRedirection());
            assertThat(emergency.unreviewed(caseRef)).isEmpty();

            time.startAt(clock.instant().plus(Duration.ofHours(25)));
            page("pia", "/cases/{ref}").andExpect(status().isNotFound());
        }

        @Test
        void asksForAReasonAndARealCase() throws Exception {
            post("pia", "/cases/emergency", "caseRef", caseRef, "reason", "kort")
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("mindst ti tegn")))
                    .andExpect(content().string(containsString("kort")));
            post("pia", "/cases/emergency", "caseRef", "2019-0001", "reason", "Barnet er alene, ingen svarer")
                    .andExpect(status().isUnprocessableEntity());
            post("otto", "/cases/emergency", "caseRef", caseRef, "reason", "Barnet er alene, ingen svarer")
                    .andExpect(status().isForbidden());
        }
    }

    @Nested
    class TheLog {

        @Test
        void showsEachReadOnceWithItsPurpose() throws Exception {
            int before = looks("ida").size();
            page("ida", "/cases/{ref}");
            assertThat(looks("ida")).hasSize(before + 1);
            assertThat(looks("ida").get(0).purpose()).isEqualTo(Purpose.CASE_WORK);
            post("ida", "/cases/" + caseRef + "/printed").andExpect(status().isNoContent());
            assertThat(looks("ida").get(0).purpose()).isEqualTo(Purpose.PRINT);
        }

        @Test
        void isReadByManagersOfTheCaseAndAuditorsOnly() throws Exception {
            page("lars", "/access-log").andExpect(status().isForbidden());
            page("otto", "/access-log?caseRef={ref}").andExpect(content().string(containsString(caseRef)));
            page("karen", "/access-log?person=Alma").andExpect(content().string(containsString(caseRef)));
            page("karen", "/access-log?person=Ingen%20hedder%20det")
                    .andExpect(content().string(not(containsString(caseRef))));
        }

        @Test
        void goesToThePersonConcernedWithoutTheNamesOfStaff() throws Exception {
            String file = body(page("karen", "/access-log/export?caseRef={ref}"));
            assertThat(file).contains(caseRef).contains("arbejde på sagen");
            users.all().forEach(one -> assertThat(file).doesNotContain(one.displayName()));
        }
    }

    private List<AccessLogReader.Look> looks(String username) {
        return log
                .page(
                        users.find("otto").orElseThrow(),
                        new AccessLogReader.Wanted(caseRef, username, null, null, null, null, null))
                .stream()
                .toList();
    }

    private ResultActions page(String username, String path) throws Exception {
        MockHttpServletRequestBuilder request =
                get(java.net.URI.create(path.replace("{ref}", caseRef).replace("å", "%C3%A5")));
        return web.perform(request.with(user(username)).locale(Locale.forLanguageTag("da")));
    }

    private ResultActions post(String username, String path, String... fields) throws Exception {
        MockHttpServletRequestBuilder request =
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(path);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return web.perform(request.with(user(username)).with(csrf()).locale(Locale.forLanguageTag("da")));
    }

    private static String body(ResultActions result) throws Exception {
        return result.andReturn().getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
