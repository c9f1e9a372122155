package org.trivsel.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.trivsel.demo.CasePlayer;
import org.trivsel.demo.CaseScript;
import org.trivsel.platform.engine.TimeMachine;
import org.trivsel.platform.identity.Users;
import org.trivsel.platform.worklist.WorklistTask;

/**
 * Alma's case from referral to closing, by hand: every person at a browser of their own, every kind of step from the task
 * list or by a button of the case page. All of level 1 is typed in; after it the second network meeting and its like,
 * which are the first one again, are played without a browser. The tests run in order.
 */
@WholeApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CaseByHandBrowserTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    private static final int LONG_ENOUGH_TO_RECOGNISE = 20;

    @LocalServerPort
    private int port;

    @Autowired
    private CasePlayer player;

    @Autowired
    private Users users;

    @Autowired
    private TimeMachine time;

    @Autowired
    private java.time.Clock clock;

    @Autowired
    private ObjectMapper json;

    private final Map<String, Person> people = new HashMap<>();
    private final Set<String> doneByHand = new HashSet<>();
    private Chromium chromium;
    private CaseScript script;
    private LocalDateTime played = LocalDateTime.MIN;
    private String caseRef = "";
    private boolean wentWell = true;
    /** Level 1 is filled in by clicks and typing; of the other levels the long forms are drafted before. */
    private boolean typing;

    @BeforeAll
    void begin() {
        chromium = Chromium.launch();
        script = CaseScript.read("case-a", json);
        time.startAt(at(script.steps().get(0).at().minusMinutes(1)));
    }

    @AfterAll
    void end() {
        people.values().forEach(Person::close);
        if (chromium != null) {
            chromium.close();
        }
    }

    /** What did not happen in one part is missing in the next. */
    @BeforeEach
    void everythingWentWellSoFar() {
        Assumptions.assumeTrue(wentWell, "an earlier part of the case failed");
        wentWell = false;
    }

    @AfterEach
    void nobodysBrowserComplained() {
        people.forEach((username, person) ->
                assertThat(person.complaints()).as(username).isEmpty());
    }

    @Test
    @Order(1)
    void refersAFamilyWithKeyboardAndSelects() {
        Person signe = person("signe");
        signe.page.locator("nav a[href='/cases/new']").click();
        signe.submitButton().waitFor();

        signe.choose("track", "Barnet bor hjemme");
        signe.choose("mode", "Danmark: støtte med samtykke");
        signe.choose("legalBasis", "Barnets lov § 32, stk. 1, nr. 5 – familiebehandling");
        signe.date("notificationAt", "2026-03-02");
        signe.time("notificationAt", "10:40");
        signe.choose("notifierType", "Skole");
        signe.type("summary", script.steps().get(0).refer().path("summary").asText());
        signe.type("children_pseudonym_0", "Pige, 8 år");
        signe.type("children_name_0", "Alma Prøvesen");
        signe.date("children_birthDate_0", "2017-09-14");
        signe.choose("children_gender_0", "Pige");
        signe.type("children_livesWith_0", "Begge forældre");
        signe.type("custodyHolders_name_0", "Mette Prøvesen");
        signe.choose("custodyHolders_relation_0", "Mor");
        signe.date("custodyHolders_birthDate_0", "1990-05-03");
        signe.type("custodyHolders_phone_0", "+45 0000 0011");
        signe.page
                .locator(".list", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Forældremyndighed"))
                .locator(".add-row")
                .press("Enter");
        assertThat(signe.field("custodyHolders_name_1")).isFocused();
        signe.page.keyboard().type("Jonas Prøvesen");
        signe.choose("custodyHolders_relation_1", "Far");
        signe.date("custodyHolders_birthDate_1", "1988-11-20");
        signe.type("custodyHolders_phone_1", "+45 0000 0012");
        signe.choose("placementStatus", "Hjemme");
        signe.choose("policeCase", "Ja, i gang");
        signe.tick(AriaRole.CHECKBOX, "Barnet ville ellers blive anbragt");
        signe.tick(AriaRole.CHECKBOX, "Børnefaglig undersøgelse er i gang");
        signe.date("investigationAwareOn", "2026-03-02");
        signe.date("investigationDeadline", "2026-07-02");
        signe.choose("interpreter", "Ingen tolk");
        signe.choose("caseworker", "Signe Fiktivsen");

        assertThat(signe.submitInVain()).contains("Stedfortræder");
        signe.choose("substitute", "Mads Eksempelby");
        signe.submit("/cases/2026-\\d{4}");
        caseRef = signe.path().replace("/cases/", "");
        wentWell = true;
    }

    @Test
    @Order(2)
    void assessesTheChildsSafetyWithTheKeyboard() {
        playUntil("2026-03-03T09:00");
        moveTo(LocalDateTime.parse("2026-03-03T09:15"));
        Person signe = person("signe");
        CaseScript.Step step = step("UserTask_AssessImmediateSafety");
        openFromList(signe, "signe", step);
        signe.type("danger", step.data().path("danger").asText());
        signe.tick(AriaRole.RADIO, "Ja");
        signe.tick(AriaRole.CHECKBOX, "Uden forældrene");
        signe.tick(AriaRole.RADIO, "En akut plan gør barnet trygt nok nu");
        signe.type("reason", step.data().path("reason").asText());
        signe.date("assessedAt", "2026-03-03");
        signe.time("assessedAt", "09:15");
        signe.submit("/cases/" + caseRef);
        played = LocalDateTime.parse("2026-03-03T09:16");
        wentWell = true;
    }

    @Test
    @Order(3)
    void assessesTheTargetGroupWithoutAName() {
        playUntil("2026-03-05T09:00");
        moveTo(LocalDateTime.parse("2026-03-05T10:00"));
        Person lars = person("lars");
        CaseScript.Step step = step("UserTask_AssessTargetGroup");
        openFromList(lars, "lars", step);
        assertThat(lars.page.locator("body")).not().containsText("Prøvesen");
        lars.tick(AriaRole.CHECKBOX, "Åbenbar risiko for barnets sikkerhed");
        lars.tick(AriaRole.CHECKBOX, "Åbenbar risiko for alvorlig skade uden plan");
        lars.tick(AriaRole.CHECKBOX, "Forældre har behov for massiv støtte");
        lars.tick(AriaRole.CHECKBOX, "Almindelig familiebehandling er ikke nok");
        for (String reason : List.of(
                "c1ObviousRiskReason",
                "c2SeriousHarmReason",
                "c3MassiveSupportReason",
                "c4OrdinaryInsufficientReason")) {
            lars.type(reason, step.data().path(reason).asText());
        }
        lars.tick(AriaRole.CHECKBOX, "Vold eller seksuelle overgreb");
        lars.choose("consultant1", "Lars Demolund");
        lars.choose("consultant2", "Ida Testgaard");
        lars.submit("/cases/" + caseRef);
        assertThat(lars.page.locator("h1")).containsText("Pige");
        assertThat(lars.page.locator("body")).not().containsText("Prøvesen");
        played = LocalDateTime.parse("2026-03-05T10:01");
        wentWell = true;
    }

    @Test
    @Order(4)
    void mapsWithTheFamilyAfterBothParentsConsented() {
        playUntil("2026-03-13T15:42");
        Person lars = person("lars").open("/cases/" + caseRef);
        assertThat(gate(lars, "G1")).containsText("Mangler stadig");
        playUntil("2026-03-13T17:00");
        lars.open("/cases/" + caseRef);
        assertThat(gate(lars, "G1")).containsText("opfyldt");
        // the weekend goes by with the buttons of the demo bar
        moveOnByButton(lars, "P1D");
        moveOnByButton(lars, "P1D");
        typing = true;
        playUntil("2026-03-27T17:00");
        typing = false;
        lars.open("/cases/" + caseRef);
        assertThat(lars.page.locator("h1")).containsText("Niveau 2");
        assertThat(lars.page.locator(".phase-line .current")).containsText("Niveau 2");
        wentWell = true;
    }

    @Test
    @Order(5)
    void tellsWhatIsMissingBeforeThePlanAndLeadsThere() {
        playUntil("2026-04-08T10:30");
        Person ida = person("ida");
        openFromList(ida, "ida", step("UserTask_SubmitSafetyPlan"));
        Locator missing = ida.page.locator("aside .card").first();
        assertThat(missing).containsText("Mangler stadig");
        Locator links = missing.locator("a");
        assertThat(links.count()).isPositive();
        int before = missing.locator("li").count();
        links.first().click();
        ida.waitForPath("/(tasks|cases)/.*");
        ida.page.locator("h1").waitFor();

        playUntil("2026-04-17T13:00");
        openFromList(ida, "ida", step("UserTask_SubmitSafetyPlan"));
        assertThat(ida.page.locator("aside .card").first().locator("li").count())
                .isLessThan(before);
        wentWell = true;
    }

    @Test
    @Order(6)
    void approvesThePlanAndObserves() {
        playUntil("2026-05-20T08:00");
        Person karen = person("karen").open("/cases/" + caseRef);
        assertThat(karen.page.locator("h1")).containsText("Niveau 3");
        assertThat(gate(karen, "G7")).containsText("opfyldt");
        assertThat(karen.page.locator("li:has(strong:text-is(\'1.1\')) .badge")).hasText("i kraft");
        wentWell = true;
    }

    @Test
    @Order(7)
    void answersADeviationStartedWithAButton() {
        playUntil("2026-05-28T09:10");
        Person ida = person("ida").open("/tasks?whose=any");
        assertThat(ida.page.locator("main")).containsText("fvigelse");
        playUntil("2026-06-12T20:00");
        moveOnByButton(ida, "P7D");
        ida.open("/cases/" + caseRef);
        assertThat(ida.page.locator("li:has(strong:text-is(\'1.2\')) .badge")).hasText("i kraft");
        wentWell = true;
    }

    @Test
    @Order(8)
    void isHeldBackByAGateAndMendsWhatIsMissing() {
        playUntil("2026-08-20T14:00");
        moveTo(LocalDateTime.parse("2026-08-20T15:00"));
        Person signe = person("signe");
        CaseScript.Step step = step("UserTask_DecideReadiness");
        ObjectNode unsure = step.data().deepCopy();
        open(signe, "signe", step, unsure.put("caseworkerScale", 6));

        assertThat(signe.submitInVain()).contains("7");
        assertThat(signe.field("reason")).hasValue(step.data().path("reason").asText());
        assertThat(signe.complaints()).hasSize(1); // the browser's own note of the 422
        signe.field("caseworkerScale").press("ArrowRight");
        signe.field("caseworkerScale").press("ArrowRight");
        signe.submit("/cases/" + caseRef);
        assertThat(gate(signe.open("/cases/" + caseRef), "G8")).containsText("opfyldt");
        played = LocalDateTime.parse("2026-08-20T15:01");
        wentWell = true;
    }

    @Test
    @Order(9)
    void closesTheCase() {
        playUntil("2026-09-05T08:00");
        Person signe = person("signe").open("/cases/" + caseRef);
        assertThat(signe.page.locator("h1")).containsText("Afsluttet");
        assertThat(signe.page.locator("#tasks ~ p")).hasText("Ingen åbne opgaver.");
        assertThat(signe.page.locator(".gates > li.todo")).hasCount(0);
        assertThat(signe.page.locator("#journal-found [role=status]"))
                .hasText(java.util.regex.Pattern.compile("([89]\\d|\\d{3}) notater"));
        for (String username : List.of("signe", "lars", "ida", "karen")) {
            Person person = person(username).open("/tasks?whose=any");
            assertThat(person.page.locator("#case-" + caseRef)).hasCount(0);
        }
        wentWell = true;
    }

    // ---- a step of the script, by hand

    private void playUntil(String moment) {
        LocalDateTime until = LocalDateTime.parse(moment);
        for (CaseScript.Step step : script.steps()) {
            if (step.refer() == null && !step.at().isBefore(played) && step.at().isBefore(until)) {
                moveTo(step.at());
                if (step.action() != null) {
                    startByButton(step);
                } else if (step.done() != null) {
                    sayDone(step);
                } else if (typing) {
                    typeIn(person(step.user()), step);
                    person(step.user()).submit("/cases/" + caseRef);
                } else if (doneByHand.add(step.task())) {
                    open(person(step.user()), step.user(), step, step.data());
                    person(step.user()).submit("/cases/" + caseRef);
                } else {
                    player.complete(users.find(step.user()).orElseThrow(), task(step), step.data());
                }
            }
        }
        played = until;
    }

    /** Opens the step's task from the list and fills its form in by clicks and typing alone. */
    private void typeIn(Person person, CaseScript.Step step) {
        String task = openFromList(person, step.user(), step);
        new Typist(person).fillIn(person.json(task + "/form", json).path("form"), step.data());
    }

    /** Opens the step's task from the list, puts the answers in as a draft saved before, and finds them there. */
    private void open(Person person, String username, CaseScript.Step step, JsonNode answers) {
        String task = openFromList(person, username, step);
        ObjectNode draft = person.json(task + "/form", json).path("data").deepCopy();
        draft.setAll((ObjectNode) answers);
        assertThat(person.send("PUT", task + "/draft", draft).status()).isEqualTo(200);
        person.page.reload();
        person.submitButton().waitFor();
        assertThat(valuesOnThePage(person)).containsAll(recognisable(answers));
    }

    /** From the task list into the work with one click; takes the task first where a colleague has it. */
    private String openFromList(Person person, String username, CaseScript.Step step) {
        WorklistTask task = task(step);
        String path = "/tasks/" + task.id();
        person.open("/tasks");
        if (!username.equals(task.assignee())) {
            person.page.locator(".toolbar a[href*=any]").click();
        }
        person.page.locator("a[href='" + path + "']").click();
        person.waitForPath(path);
        if (!username.equals(task.assignee())) {
            person.page.locator("form[action$='/claim'] button").click();
            person.page.locator("form[action$='/claim']").waitFor(hidden());
        }
        person.submitButton().waitFor();
        return path;
    }

    private void startByButton(CaseScript.Step step) {
        Person person = person(step.user()).open("/cases/" + caseRef);
        person.page
                .locator("form[action$='/actions/" + step.action() + "'] button")
                .click();
        person.waitForPath("/(tasks/.+|cases/" + caseRef + ")");
        person.page.locator("h1").waitFor();
    }

    private void sayDone(CaseScript.Step step) {
        Person person = person(step.user()).open("/cases/" + caseRef + "/deadlines");
        Locator deadline = person.page.locator("section:has(a[href$='#" + step.done() + "'])");
        deadline.locator("summary").click();
        deadline.locator("textarea").fill(step.data().path("reason").asText());
        deadline.locator("button[value=done]").click();
        assertThat(person.page.locator("main [role=status]")).isVisible();
        assertThat(deadline).hasCount(0);
    }

    private void moveOnByButton(Person person, String step) {
        person.open("/tasks");
        String before = person.page.locator(".demo-bar").innerText();
        person.page.locator(".demo-bar button[value=" + step + "]").click();
        assertThat(person.page.locator(".demo-bar")).not().hasText(before);
        assertThat(person.path()).isEqualTo("/tasks");
    }

    private void moveTo(LocalDateTime local) {
        if (at(local).isAfter(clock.instant())) {
            Person signe = person("signe");
            var moved = signe.page
                    .context()
                    .request()
                    .post(
                            site() + "/api/demo/clock",
                            com.microsoft.playwright.options.RequestOptions.create()
                                    .setHeader("Authorization", "Basic c2lnbmU6ZGVtbw==") // signe:demo
                                    .setData(Map.of("to", local.toString())));
            assertThat(moved.status()).as(moved.text()).isEqualTo(200);
        }
    }

    private WorklistTask task(CaseScript.Step step) {
        return player.task(caseRef, String.valueOf(step.task()), step.element());
    }

    private CaseScript.Step step(String task) {
        return script.steps().stream()
                .filter(step -> task.equals(step.task()))
                .findFirst()
                .orElseThrow();
    }

    private static Locator gate(Person person, String gate) {
        return person.page
                .locator(
                        ".gates > li",
                        new com.microsoft.playwright.Page.LocatorOptions()
                                .setHas(person.page.locator("strong:text-matches('^" + gate + " ')")))
                .first();
    }

    private static Locator.WaitForOptions hidden() {
        return new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
    }

    @SuppressWarnings("unchecked")
    private static List<String> valuesOnThePage(Person person) {
        return (List<String>)
                person.page.evaluate(
                        "[...document.querySelectorAll('.js-form textarea, .js-form input')].map((field) => field.value.trim())");
    }

    /** Texts long enough that they stand in a text field and nowhere else. */
    private static List<String> recognisable(JsonNode answers) {
        List<String> found = new ArrayList<>();
        if (answers.isContainerNode()) {
            answers.forEach(answer -> found.addAll(recognisable(answer)));
        } else if (answers.isTextual()
                && answers.asText().length() >= LONG_ENOUGH_TO_RECOGNISE
                && answers.asText().contains(" ")) {
            found.add(answers.asText().trim());
        }
        return found;
    }

    private Person person(String username) {
        return people.computeIfAbsent(username, name -> {
            Person person = new Person(chromium.newContext(), site()).logIn(name, "demo");
            person.waitForPath("/tasks.*");
            return person;
        });
    }

    private String site() {
        return "http://localhost:" + port;
    }

    private static java.time.Instant at(LocalDateTime local) {
        return local.atZone(ZONE).toInstant();
    }
}
