package org.trivsel.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.trivsel.demo.CaseScript;
import org.trivsel.practice.followup.VisitPlans;
import org.trivsel.practice.meeting.PlannedMeetings;

/**
 * The whole of case A: no visit without notice is in any mail, feed, invitation or print, neither before it is made nor
 * after (R186, trap C14).
 */
@OnH2
class VisitPrivacyIT extends CaseTest {

    private static final List<String> STAFF = List.of("signe", "mads", "lars", "ida", "karen");

    @Autowired
    MockMvc web;

    @Autowired
    VisitPlans visits;

    @Autowired
    PlannedMeetings planned;

    @Autowired
    GreenMail server;

    @Test
    void noVisitWithoutNoticeIsInAnythingThatAFamilyMemberCouldGet() throws Exception {
        CaseScript script = CaseScript.read("case-a", json).as("2026-0823");
        begin(script);
        server.purgeEmailFromAllMailboxes();
        List<OffsetDateTime> made = script.steps().stream()
                .filter(step -> "UserTask_MakeControlVisit".equals(step.task())
                        && "UNANNOUNCED_VISIT".equals(step.data().path("type").asText()))
                .map(step -> OffsetDateTime.parse(step.data().path("at").asText()))
                .toList();
        assertThat(made).hasSize(3);

        for (OffsetDateTime visit : made) {
            LocalDate day = visit.toLocalDate();
            playUntil(day.minusDays(3) + "T12:00");
            plan(visit);
            time.moveTo(day.atTime(5, 0).atZone(ZONE).toInstant());
            assertThat(visits.of(caseRef()))
                    .anySatisfy(one -> assertThat(one.at()).isEqualTo(visit.toInstant()));
            Map<String, String> seen = everything();
            assertThat(seen)
                    .allSatisfy((where, text) -> assertThat(text).as(where).doesNotContain(waysToSay(visit)));
        }
        playUntil("2026-09-10T12:00");
        assertThat(safetyCase().isClosed()).isTrue();
        Map<String, String> seen = everything();
        assertThat(seen.keySet().stream().filter(where -> where.startsWith("mail")))
                .as("those of the case alone: a daily mail of a day that another test lived through comes once")
                .hasSizeGreaterThan(20);
        assertThat(seen).allSatisfy((where, text) -> assertThat(text)
                .as(where)
                .doesNotContain(made.stream()
                        .flatMap(visit -> Stream.of(waysToSay(visit)))
                        .toArray(String[]::new)));
    }

    private void plan(OffsetDateTime visit) throws Exception {
        MockHttpServletResponse answer = web.perform(post("/cases/" + caseRef() + "/visits")
                        .param("day", visit.toLocalDate().toString())
                        .param("time", visit.toLocalTime().toString())
                        .with(SecurityMockMvcRequestPostProcessors.user("lars"))
                        .with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(302);
    }

    private static String[] waysToSay(OffsetDateTime visit) {
        LocalTime local = visit.toLocalTime();
        LocalTime utc = visit.withOffsetSameInstant(ZoneOffset.UTC).toLocalTime();
        String day = visit.toLocalDate().toString();
        return new String[] {
            local.format(DateTimeFormatter.ofPattern("HH.mm")),
            local.format(DateTimeFormatter.ofPattern("HH:mm")),
            day + "T" + local,
            day + "T" + utc,
            day.replace("-", "") + local.format(DateTimeFormatter.ofPattern("'T'HHmm")),
            day.replace("-", "") + utc.format(DateTimeFormatter.ofPattern("'T'HHmm"))
        };
    }

    /** Every mail so far, every feed, every invitation in every language, every page on paper. */
    private Map<String, String> everything() throws Exception {
        Map<String, String> seen = new LinkedHashMap<>();
        int number = 0;
        for (MimeMessage one : server.getReceivedMessages()) {
            seen.put("mail " + number++, one.getSubject() + "\n" + one.getContent());
        }
        for (String username : STAFF) {
            String address = (String) web.perform(post("/me/calendar")
                            .with(SecurityMockMvcRequestPostProcessors.user(username))
                            .with(csrf()))
                    .andReturn()
                    .getFlashMap()
                    .get("address");
            seen.put(
                    "feed of " + username,
                    web.perform(get(address.substring("http://localhost:8080".length())))
                            .andReturn()
                            .getResponse()
                            .getContentAsString());
        }
        for (PlannedMeetings.Planned meeting : planned.of(caseRef())) {
            for (String language : List.of("da", "sv", "en")) {
                String path = "/meetings/" + meeting.id() + "/invitation?language=" + language;
                seen.put(path, printed(path));
            }
        }
        for (String path : List.of("", "/plan", "/meetings", "/journal")) {
            seen.put("print of " + path, printed(path));
        }
        return seen;
    }

    /** What is on the paper: what the style sheet hides from a printer is not. */
    private String printed(String path) throws Exception {
        MockHttpServletResponse answer = web.perform(
                        get("/cases/" + caseRef() + path).with(SecurityMockMvcRequestPostProcessors.user("lars")))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        Document page = Jsoup.parse(answer.getContentAsString());
        page.select(".topbar, .skip-link, .toolbar, .no-print, details.menu, button, script")
                .remove();
        return page.text();
    }
}
