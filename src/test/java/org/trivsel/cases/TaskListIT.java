package org.trivsel.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.trivsel.platform.worklist.TaskEvents;
import org.trivsel.platform.worklist.Worklist;
import org.trivsel.platform.worklist.WorklistTask;

/** The task list as people look for things in it, share it out and come back to it. */
@OnH2
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TaskListIT extends CaseTest {

    @Autowired
    MockMvc web;

    @Autowired
    Worklist worklist;

    @Autowired
    TaskEvents events;

    @Autowired
    Clock clock;

    @BeforeAll
    void intoSafetyWork() {
        begin(CaseScript.read("case-a", json).as("2026-0831"));
        playUntil("2026-04-10T12:00");
    }

    @Test
    @Order(1)
    void findsATaskByItsNameInTheReadersLanguageAndByItsCase() throws Exception {
        String plan = task("UserTask_SubmitSafetyPlan").id();
        assertThat(tasks("any", "q=sikkerhedsplan")).contains(plan);
        assertThat(tasks("any", "q=0831")).contains(plan);
        assertThat(tasks("any", "q=0831&role=caseworker")).doesNotContain(plan);
        assertThat(tasks("any", "q=findes-ikke")).isEmpty();
        assertThat(tasks("any", "q=%25")).isEmpty();
        assertThat(list("/tasks?whose=any&q=findes-ikke", "lars")).contains("Ingen opgave passer");
    }

    @Test
    @Order(2)
    void aSearchThatIsTooLongIsAnsweredInWords() throws Exception {
        assertThat(list("/tasks?q=" + "a".repeat(10_000), "lars")).contains("højst 100 tegn");
    }

    @Test
    @Order(3)
    void groupsByFamilyOrByDateAndSaysHowLongItStillIs() throws Exception {
        assertThat(list("/tasks?whose=any&by=case&q=0831", "lars")).contains("group-2026-0831");
        String byDate = list("/tasks?whose=any&by=date&q=0831", "lars");
        assertThat(byDate).contains("group-LATER", "2026-0831 · ").doesNotContain("group-2026-0831");
        assertThat(byDate).contains("om 11 dage", "tidligst");
        assertThat(list("/tasks?whose=any&by=nonsense&role=nobody&late=maybe", "lars"))
                .contains("<h1");
    }

    @Test
    @Order(4)
    void aTaskIsNewUntilItIsOpenedAndAgainWhenItChangedHands() throws Exception {
        WorklistTask plan = task("UserTask_SubmitSafetyPlan");
        List<String> id = List.of(plan.id());
        jdbc.sql("delete from task_seen where task_id = ?").param(plan.id()).update();
        assertThat(worklist.unseen("lars", id)).containsExactly(plan.id());
        web.perform(get("/tasks/" + plan.id()).with(SecurityMockMvcRequestPostProcessors.user("lars")));
        assertThat(worklist.unseen("lars", id)).isEmpty();
    }

    @Test
    @Order(5)
    void severalTasksChangeHandsWithAReasonThatStays() throws Exception {
        List<WorklistTask> mine = worklist.ofCase(caseRef()).stream()
                .filter(one -> "lars".equals(one.assignee()))
                .limit(2)
                .toList();
        String before = worklist.version(user("ida"));
        assertThat(hand("lars", mine, "ida", " ").get("assignRefused")).isEqualTo(true);
        assertThat(task("UserTask_SubmitSafetyPlan").assignee()).isEqualTo("lars");

        assertThat(hand("lars", mine, "ida", "Jeg er på kursus").get("moved")).isEqualTo(mine.size());

        assertThat(mine).isNotEmpty().allSatisfy(one -> {
            assertThat(worklist.find(one.id()).orElseThrow().assignee()).isEqualTo("ida");
            assertThat(events.of(one.id()))
                    .last()
                    .extracting(TaskEvents.Event::reason, TaskEvents.Event::by, TaskEvents.Event::to)
                    .containsExactly("Jeg er på kursus", "lars", "ida");
        });
        assertThat(worklist.version(user("ida"))).isNotEqualTo(before);
        assertThat(list("/tasks/" + mine.get(0).id(), "ida")).contains("Jeg er på kursus");
        // a caseworker hands on no consultant's task, and a stranger to the case gets none
        assertThat(hand("signe", mine, "lars", "Tilbage").get("left")).isEqualTo(mine.size());
        assertThat(hand("ida", mine, "maja", "Til en fremmed").get("left")).isEqualTo(mine.size());
        assertThat(hand("ida", mine, "lars", "Tilbage").get("moved")).isEqualTo(mine.size());
    }

    @Test
    @Order(6)
    void thePageIsToldWhetherAnythingIsNew() throws Exception {
        String known = worklist.version(user("lars"));
        assertThat(status("/tasks/version?known=" + URLEncoder.encode(known, StandardCharsets.UTF_8)))
                .isEqualTo(204);
        assertThat(status("/tasks/version?known=older")).isEqualTo(200);
    }

    @Test
    @Order(7)
    void aViewIsKeptUnderItsNameAndForgotten() throws Exception {
        web.perform(post("/tasks/views")
                .param("name", "Kun sene")
                .param("query", "?whose=me&late=1")
                .with(SecurityMockMvcRequestPostProcessors.user("lars"))
                .with(csrf()));
        assertThat(list("/tasks", "lars")).contains("Kun sene", "/tasks?whose=me&amp;late=1");
        assertThat(list("/tasks", "ida")).doesNotContain("Kun sene");
        var refused = web.perform(post("/tasks/views")
                        .param("name", "x".repeat(61))
                        .param("query", "?whose=me")
                        .with(SecurityMockMvcRequestPostProcessors.user("lars"))
                        .with(csrf()))
                .andReturn();
        assertThat(refused.getFlashMap().get("viewRefused")).isEqualTo(true);
        long id = jdbc.sql("select id from saved_view where name = 'Kun sene'")
                .query(Long.class)
                .single();
        web.perform(post("/tasks/views/" + id + "/delete")
                .with(SecurityMockMvcRequestPostProcessors.user("ida"))
                .with(csrf()));
        assertThat(list("/tasks", "lars")).contains("Kun sene");
        web.perform(post("/tasks/views/" + id + "/delete")
                .with(SecurityMockMvcRequestPostProcessors.user("lars"))
                .with(csrf()));
        assertThat(list("/tasks", "lars")).doesNotContain("Kun sene");
    }

    @Test
    @Order(8)
    void aSecondTabIsToldThatTheFirstHasSavedAndWritesNothingOver() throws Exception {
        jdbc.sql("delete from form_draft where username = 'lars'").update();
        String draft = "/tasks/" + task("UserTask_SubmitSafetyPlan").id() + "/draft";
        assertThat(save(draft + "?revision=0", "first tab")).isEqualTo(200);
        assertThat(save(draft + "?revision=0", "second tab")).isEqualTo(409);
        assertThat(saved()).contains("first tab");
        assertThat(save(draft + "?revision=1", "second tab, having looked")).isEqualTo(200);
        assertThat(save(draft, "a program that counts nothing")).isEqualTo(200);
        assertThat(saved()).contains("a program that counts nothing");
        jdbc.sql("delete from form_draft where username = 'lars'").update();
    }

    @Test
    @Order(9)
    void twoPeopleInOneTaskSeeEachOther() throws Exception {
        String here = "/tasks/" + task("UserTask_SubmitSafetyPlan").id() + "/here";
        assertThat(beat(here, "lars")).contains("\"text\":\"\"");
        assertThat(beat(here, "ida")).contains("Lars Demolund er også i denne opgave");
        assertThat(beat(here, "lars")).contains("Ida Testgaard");
        time.moveTo(clock.instant().plusSeconds(60));
        assertThat(beat(here, "lars")).contains("\"text\":\"\"");
        assertThat(beat(here, "maja")).doesNotContain("Lars");
    }

    @Test
    @Order(10)
    void colleaguesLeaveEachOtherAWordThatStays() throws Exception {
        String task = "/tasks/" + task("UserTask_SubmitSafetyPlan").id();
        for (int click = 0; click < 2; click++) {
            comment(task, "ida", "Jeg har ringet til skolen", "one-click");
        }
        assertThat(comment(task, "ida", "   ", "nothing").get("commentRefused")).isEqualTo(true);
        assertThat(comment(task, "ida", "x".repeat(4001), "too-much").get("typedComment"))
                .isEqualTo("x".repeat(4001));
        assertThat(list(task, "lars").split("Jeg har ringet til skolen", -1)).hasSize(2);
        assertThat(list(task, "maja")).doesNotContain("ringet");
    }

    private FlashMap comment(String task, String by, String text, String ticket) throws Exception {
        return web.perform(post(task + "/comments")
                        .param("text", text)
                        .param("ticket", ticket)
                        .with(SecurityMockMvcRequestPostProcessors.user(by))
                        .with(csrf()))
                .andReturn()
                .getFlashMap();
    }

    private int save(String path, String text) throws Exception {
        return web.perform(put(URI.create(path))
                        .contentType("application/json")
                        .content("{\"summary\":\"" + text + "\"}")
                        .with(SecurityMockMvcRequestPostProcessors.user("lars"))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private String saved() {
        return jdbc.sql("select data from form_draft where username = 'lars'")
                .query(String.class)
                .single();
    }

    private String beat(String path, String username) throws Exception {
        return web.perform(post(path)
                        .with(SecurityMockMvcRequestPostProcessors.user(username))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private WorklistTask task(String key) {
        return player.task(caseRef(), key, null);
    }

    private FlashMap hand(String by, List<WorklistTask> tasks, String to, String reason) throws Exception {
        return web.perform(post("/tasks/assign")
                        .param("ids", tasks.stream().map(WorklistTask::id).toArray(String[]::new))
                        .param("to", to)
                        .param("reason", reason)
                        .with(SecurityMockMvcRequestPostProcessors.user(by))
                        .with(csrf()))
                .andReturn()
                .getFlashMap();
    }

    private List<String> tasks(String whose, String query) throws Exception {
        Matcher rows = Pattern.compile("id=\"task-([0-9a-f-]{36})\"")
                .matcher(list("/tasks?whose=" + whose + "&" + query, "lars"));
        return rows.results().map(found -> found.group(1)).toList();
    }

    private int status(String path) throws Exception {
        return web.perform(get(URI.create(path)).with(SecurityMockMvcRequestPostProcessors.user("lars")))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private String list(String path, String username) throws Exception {
        return web.perform(get(URI.create(path)).with(SecurityMockMvcRequestPostProcessors.user(username)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
