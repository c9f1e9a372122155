package org.trivsel.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDateTime;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.FlashMap;
import org.trivsel.demo.CaseScript;
import org.trivsel.platform.access.CaseMembers;
import org.trivsel.platform.identity.Role;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.worklist.TaskRights;
import org.trivsel.platform.worklist.WorklistTask;

/** Somebody is away, and no family waits for it: a colleague sees and does the work, and no longer than that. */
@OnH2
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AbsenceIT extends CaseTest {

    @Autowired
    MockMvc web;

    @Autowired
    TaskRights rights;

    @Autowired
    CaseMembers members;

    @BeforeAll
    void intoSafetyWork() {
        if (users.find("vilma").isEmpty()) {
            users.register(
                    new User(
                            "vilma",
                            "Vilma Vikar",
                            Set.of(Role.CONSULTANT),
                            "Børn og unge",
                            null,
                            "vilma@trivsel.example"),
                    "{noop}demo");
        }
        begin(CaseScript.read("case-a", json).as("2026-0841"));
        playUntil("2026-04-10T12:00");
    }

    /** Other cases of these days have no substitute. */
    @AfterAll
    void everybodyIsBack() {
        jdbc.sql("delete from absence").update();
    }

    @Test
    @Order(1)
    void whatIsNoAbsenceIsRefusedInWords() throws Exception {
        assertThat(problem(enter("vilma", "2026-04-16", "2026-04-15"))).contains("ligger før");
        assertThat(problem(enter("vilma", "2026-04-01", "2026-04-05"))).contains("allerede slut");
        assertThat(problem(enter("vilma", "2026-04-13", "2028-04-15"))).contains("400 dage");
        assertThat(problem(enter("lars", "2026-04-13", "2026-04-15"))).contains("eget arbejde");
        assertThat(problem(enter("signe", "2026-04-13", "2026-04-15"))).contains("samme rolle");
        assertThat(problem(enter("nobody", "2026-04-13", "2026-04-15"))).contains("Vælg første");
    }

    @Test
    @Order(2)
    void theColleagueSeesNothingBeforeTheFirstDay() throws Exception {
        assertThat(status("/cases/2026-0841")).isEqualTo(404);
        enter("vilma", "2026-04-13", "2026-04-14");
        assertThat(status("/cases/2026-0841")).isEqualTo(404);
        assertThat(problem(enter("vilma", "2026-04-14", "2026-04-20"))).contains("allerede fravær");
    }

    @Test
    @Order(3)
    void fromTheFirstDayTheCasesAndTasksAreTheColleaguesToo() throws Exception {
        time.moveTo(LocalDateTime.parse("2026-04-13T08:00").atZone(ZONE).toInstant());
        WorklistTask plan = player.task(caseRef(), "UserTask_SubmitSafetyPlan", null);
        assertThat(plan.assignee()).isEqualTo("lars");
        assertThat(status("/cases/2026-0841")).isEqualTo(200);
        assertThat(page("/tasks?q=0841")).contains("task-" + plan.id());
        assertThat(rights.mayComplete(user("vilma"), plan)).isTrue();
        assertThat(page("/me/absence")).contains("Vilma Vikar");
    }

    @Test
    @Order(4)
    void aCaseThatComesMeanwhileIsCoveredFromTheNextDay() {
        members.grant("2026-0842", "lars", "CONSULTANT_ONE");
        assertThat(members.isMember("2026-0842", "vilma")).isFalse();
        time.moveTo(LocalDateTime.parse("2026-04-14T08:00").atZone(ZONE).toInstant());
        assertThat(members.isMember("2026-0842", "vilma")).isTrue();
    }

    @Test
    @Order(5)
    void andNoLongerThanTheLast() throws Exception {
        time.moveTo(LocalDateTime.parse("2026-04-15T00:30").atZone(ZONE).toInstant());
        WorklistTask plan = player.task(caseRef(), "UserTask_SubmitSafetyPlan", null);
        assertThat(status("/cases/2026-0841")).isEqualTo(404);
        assertThat(page("/tasks?q=0841")).doesNotContain("task-" + plan.id());
        assertThat(rights.mayComplete(user("vilma"), plan)).isFalse();
    }

    @Test
    @Order(6)
    void whoIsBackEarlyHasTheirWorkBack() throws Exception {
        enter("vilma", "2026-04-15", "2026-04-20");
        assertThat(status("/cases/2026-0841")).isEqualTo(200);
        long id = jdbc.sql("select max(id) from absence where username = 'lars'")
                .query(Long.class)
                .single();
        web.perform(post("/me/absence/" + id + "/end")
                .with(SecurityMockMvcRequestPostProcessors.user("vilma"))
                .with(csrf()));
        assertThat(status("/cases/2026-0841")).isEqualTo(200);
        web.perform(post("/me/absence/" + id + "/end")
                .with(SecurityMockMvcRequestPostProcessors.user("lars"))
                .with(csrf()));
        assertThat(status("/cases/2026-0841")).isEqualTo(404);
    }

    private FlashMap enter(String substitute, String from, String until) throws Exception {
        return web.perform(post("/me/absence")
                        .param("substitute", substitute)
                        .param("from", from)
                        .param("until", until)
                        .with(SecurityMockMvcRequestPostProcessors.user("lars"))
                        .with(csrf()))
                .andReturn()
                .getFlashMap();
    }

    private static String problem(FlashMap answer) {
        return String.valueOf(answer.get("typed"));
    }

    private int status(String path) throws Exception {
        return web.perform(get(path).with(SecurityMockMvcRequestPostProcessors.user("vilma")))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private String page(String path) throws Exception {
        return web.perform(get(path).with(SecurityMockMvcRequestPostProcessors.user("vilma")))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
