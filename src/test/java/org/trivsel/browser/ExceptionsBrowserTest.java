package org.trivsel.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.trivsel.cases.Samples;
import org.trivsel.demo.CasePlayer;
import org.trivsel.demo.CaseScript;
import org.trivsel.platform.engine.TimeMachine;
import org.trivsel.platform.worklist.WorklistTask;

/** Journeys of people whose plan is interrupted: by danger, by parents who think again, by a change of hands. */
@WholeApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExceptionsBrowserTest {

    @LocalServerPort
    private int port;

    @Autowired
    private CasePlayer player;

    @Autowired
    private TimeMachine time;

    @Autowired
    private Clock clock;

    @Autowired
    private ObjectMapper json;

    private final Map<String, Person> people = new HashMap<>();
    private Chromium chromium;
    private CaseScript script;
    private String caseRef;
    private LocalDateTime played = LocalDateTime.MIN;

    @BeforeAll
    void playIntoTheObservation() {
        chromium = Chromium.launch();
        script = CaseScript.read("case-a", json).as(null);
        time.startAt(script.steps()
                .get(0)
                .at()
                .minusHours(1)
                .atZone(ZoneId.of("Europe/Copenhagen"))
                .toInstant());
        playUntil("2026-05-12T15:00");
        caseRef = player.caseRef(script);
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    @Order(1)
    void dangerIsReportedFromAnyPageAndTheWorkGoesOnWhereItWas() {
        List<String> before = player.openTasks(caseRef);
        Person ida = person("ida").open("/cases/" + caseRef);
        ida.page.locator(".acute-link").click();
        ida.waitForPath("/acute\\?case=" + caseRef);
        assertThat(ida.page.locator(".task-row").first()).containsText(caseRef);
        ida.page
                .locator("form[action='/cases/" + caseRef + "/actions/AcuteDangerReported'] button")
                .click();
        ida.waitForPath("/(cases|tasks)/.*");
        ida.open("/cases/" + caseRef);
        assertThat(ida.page.locator(".event--freezes")).containsText("akut fare");
        ida.open("/tasks/" + task("UserTask_HoldNetworkMeeting").id());
        assertThat(ida.page.locator("main .alert").first()).isVisible();

        fillIn("signe", "UserTask_AssessImmediateSafety", form -> form.put("assessment", "NO_ACUTE_NEED"));
        ida.open("/cases/" + caseRef);
        assertThat(ida.page.locator(".event--freezes")).hasCount(0);
        Assertions.assertThat(player.openTasks(caseRef)).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    @Order(2)
    void parentsWithdrawTheirConsentAndGiveItAgain() {
        List<String> before = player.openTasks(caseRef);
        start("ida", "ConsentWithdrawn");
        fillIn("ida", "UserTask_RegisterWithdrawal", form -> {});
        Person ida = person("ida").open("/cases/" + caseRef);
        assertThat(ida.page.locator(".event--freezes")).isVisible();
        assertThat(ida.page.locator("form[action$='/actions/NetworkMeetingCalled']"))
                .hasCount(0);
        fillIn("signe", "UserTask_AssessSafetyWithoutPlan", form -> {});
        fillIn("lars", "UserTask_HoldWithdrawalTalk", form -> {});
        fillIn("signe", "UserTask_DecideAfterWithdrawal", form -> {});
        fillIn("lars", "UserTask_RecordConsent P1", form -> {});
        fillIn("lars", "UserTask_RecordConsent P2", form -> form.put("person", "P2"));
        ida.open("/cases/" + caseRef);
        assertThat(ida.page.locator(".event--freezes")).hasCount(0);
        Assertions.assertThat(player.openTasks(caseRef)).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    @Order(3)
    void aCaseworkerChangesInTheMiddleOfAnApproval() {
        playUntil("2026-06-01T11:00");
        Assertions.assertThat(task("UserTask_ApproveAmendment").assignee()).isEqualTo("signe");
        start("karen", "WorkerChangeRequested");
        fillIn("karen", "UserTask_DecideChangeOfWorker", form -> form.put("newWorker", "pia"));
        fillIn("signe", "UserTask_WriteHandOver", form -> {});
        fillIn("pia", "UserTask_AcceptHandOver", form -> {});
        Assertions.assertThat(task("UserTask_ApproveAmendment").assignee()).isEqualTo("pia");
        fillIn("pia", "UserTask_ApproveAmendment", form -> {});
        Person karen = person("karen").open("/cases/" + caseRef);
        assertThat(karen.page.locator("li:has(strong:text-is('1.2')) .badge")).hasText("i kraft");
        fillIn("pia", "UserTask_IntroduceNewWorker", form -> {});
        Assertions.assertThat(player.openTasks(caseRef)).doesNotContain("UserTask_IntroduceNewWorker");
    }

    private void playUntil(String moment) {
        LocalDateTime until = LocalDateTime.parse(moment);
        player.play(List.of(script), played, until);
        played = until;
    }

    private WorklistTask task(String name) {
        String[] parts = name.split(" ");
        return player.task(caseRef, parts[0], parts.length > 1 ? parts[1] : null);
    }

    private void start(String username, String message) {
        Person person = person(username).open("/cases/" + caseRef);
        person.page.locator("form[action$='/actions/" + message + "'] button").click();
        person.waitForPath("/(cases|tasks)/.*");
        person.page.locator("h1").waitFor();
    }

    /** Takes the task where a colleague has it, fills its form in by hand and submits it. */
    private void fillIn(String username, String name, Consumer<ObjectNode> answers) {
        WorklistTask task = task(name);
        ObjectNode form = Samples.of(Objects.requireNonNull(task.formId()), clock, json);
        answers.accept(form);
        String path = "/tasks/" + task.id();
        Person person = person(username).open(path);
        if (!username.equals(task.assignee())) {
            Locator claim = person.page.locator("form[action$='/claim'] button");
            claim.click();
            person.page
                    .locator("form[action$='/claim']")
                    .waitFor(new Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
        }
        person.submitButton().waitFor();
        new Typist(person).fillIn(person.json(path + "/form", json).path("form"), form);
        person.submit("/(cases|tasks)/.*");
    }

    private Person person(String username) {
        return people.computeIfAbsent(username, name -> {
            Person person = new Person(chromium.newContext(), "http://localhost:" + port).logIn(name, "demo");
            person.waitForPath("/tasks.*");
            return person;
        });
    }
}
