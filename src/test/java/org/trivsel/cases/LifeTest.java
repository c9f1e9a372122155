package org.trivsel.cases;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.trivsel.platform.worklist.Worklist;
import org.trivsel.platform.worklist.WorklistTask;

/** A case in which things happen that no script knows: tasks are done with the example of their form, dated today. */
abstract class LifeTest extends CaseTest {

    @Autowired
    Worklist worklist;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc web;

    /** The open tasks, each with what it is about. */
    List<String> open() {
        return player.openTasks(caseRef());
    }

    WorklistTask task(String name) {
        String[] parts = name.split(" ");
        return player.task(caseRef(), parts[0], parts.length > 1 ? parts[1] : null);
    }

    /** Does a task with the example of its form and a few other answers. */
    void give(String username, String name, Consumer<ObjectNode> answers) {
        String formId = Objects.requireNonNull(task(name).formId());
        ObjectNode form = sample(formId);
        answers.accept(form);
        player.complete(user(username), task(name), form);
    }

    /** The example of a form, as if it happened just now. */
    ObjectNode sample(String formId) {
        return Samples.of(formId, clock, json);
    }

    /** Holds the newest network meeting as an extra one, and sends its minutes. */
    void holdNetworkMeeting() {
        ObjectNode held = answers("UserTask_HoldNetworkMeeting");
        held.put("type", "EXTRAORDINARY")
                .put("meetingAt", now())
                .put("nextMeetingAt", Samples.text(clock.instant().plus(Duration.ofDays(21))));
        answer("ida", "UserTask_HoldNetworkMeeting", held.toString());
        answer(
                "ida",
                "UserTask_SendMinutes",
                answers("UserTask_SendMinutes").put("minutesSentAt", now()).toString());
    }

    void later(Duration duration) {
        time.moveTo(clock.instant().plus(duration));
    }

    /** Lets the time pass without anybody of the script doing anything. */
    void waitUntil(String moment) {
        time.moveTo(LocalDateTime.parse(moment).atZone(ZONE).toInstant());
    }

    String now() {
        return Samples.text(clock.instant());
    }

    /** A day, as a date field takes it. */
    String inDays(int days) {
        return Samples.text(clock.instant().plus(Duration.ofDays(days))).substring(0, 10);
    }

    /** The case page as somebody reads it in Danish. */
    String page(String username) {
        try {
            return web.perform(get("/cases/" + caseRef())
                            .with(SecurityMockMvcRequestPostProcessors.user(username))
                            .locale(Locale.forLanguageTag("da")))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
