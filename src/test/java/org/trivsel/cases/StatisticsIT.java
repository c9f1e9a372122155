package org.trivsel.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A year that no other test lives in: two families, one of them back again, two plans, three children with an outcome. */
@OnH2
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatisticsIT {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    @Autowired
    MessageSource messages;

    @BeforeAll
    void aYear() {
        family("2031-0001", null, "2031-02-01", "CLOSED", "2031-09-01");
        family("2031-0002", null, "2031-03-01", "PLACED", "2031-10-01");
        family("2031-0003", "2031-0001", "2031-12-01", "L1_MAPPING", null);
        child("2031-0001", "C1", "REMAINS_HOME", "2031-09-01");
        child("2031-0001", "C2", "REMAINS_HOME", "2031-08-01");
        child("2031-0002", "C1", "PLACED_AGAINST", "2031-10-01");
        child("2031-0003", "C1", null, null);
        plan("2031-0001", 0, "RETURNED", "SAFETY", "2031-04-01");
        plan("2031-0001", 1, "SUPERSEDED", "SAFETY", "2031-04-02");
        plan("2031-0001", 2, "APPROVED", "SAFETY", "2031-06-02");
        plan("2031-0002", 0, "APPROVED", "NETWORK", "2031-05-02");
        jdbc.sql(
                        "insert into decision (case_ref, kind, outcome, author, at) values (?, 'OVERRUN_REASON', 'STAFF', ?, ?)")
                .params("2031-0001", "karen", at("2031-08-30"))
                .update();
    }

    private void family(String caseRef, String reopens, String referred, String state, String closed) {
        jdbc.sql("insert into safety_case (case_ref, track, mode, legal_basis, country, state, placement_status,"
                        + " police_case, caseworker, substitute, manager, team, names_visible, consented, referred_at,"
                        + " closed_at, reopens, version) values (?, 'STANDARD', 'DK_SUPPORT_CONSENT', 'BL32_1_5', 'DK', ?,"
                        + " 'HOME', 'NONE', 'signe', 'mads', 'karen', 'X', true, true, ?, ?, ?, 0)")
                .params(caseRef, state, at(referred), closed == null ? null : at(closed), reopens)
                .update();
    }

    private void child(String caseRef, String id, String outcome, String on) {
        jdbc.sql("insert into person (case_ref, id, role, name, pseudonym, custody_holder, outcome, outcome_on)"
                        + " values (?, ?, 'CHILD', 'x', 'x', false, ?, ?)")
                .params(caseRef, id, outcome, on == null ? null : LocalDate.parse(on))
                .update();
    }

    private void plan(String caseRef, int minor, String status, String type, String decided) {
        jdbc.sql("insert into plan_version (case_ref, major, minor, status, data, author, submitted_at, decided_at)"
                        + " values (?, 1, ?, ?, ?, 'ida', ?, ?)")
                .params(caseRef, minor, status, "{\"planType\": \"" + type + "\"}", at(decided), at(decided))
                .update();
    }

    private static Object at(String day) {
        return Instant.parse(day + "T10:00:00Z").atOffset(ZoneOffset.UTC);
    }

    @Test
    void countsPlansFamiliesAndChildrenApart() throws Exception {
        String file = new String(
                web.perform(get("/statistics/export?year=2031").with(user("karen")))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
        assertThat(file.lines().skip(1))
                .containsExactly(
                        "2031;Familier;nye;2",
                        "2031;Familier;genåbnede;1",
                        "2031;Planer;netværksplan;1",
                        "2031;Planer;sikkerhedsplan;1",
                        "2031;Børn;" + text("outcome.PLACED_AGAINST") + ";1",
                        "2031;Børn;" + text("outcome.REMAINS_HOME") + ";2",
                        "2031;Afsluttede sager;" + text("state.CLOSED") + ";1",
                        "2031;Afsluttede sager;" + text("state.PLACED") + ";1",
                        "2031;Overskredne frister;der manglede personale;1");
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.forLanguageTag("da"));
    }

    @Test
    void aYearOfNothingSaysSoAndWhatIsNoYearIsThisOne() throws Exception {
        assertThat(page("/statistics?year=2029")).contains("Ingen i år.").contains("Børn: 0");
        assertThat(page("/statistics?year=next")).contains("<h1>Statistik 2");
    }

    private String page(String url) throws Exception {
        return web.perform(get(url).with(user("karen")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
