package org.trivsel.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.trivsel.demo.CaseScript;
import org.trivsel.platform.identity.Users;
import org.trivsel.platform.worklist.WorklistTask;

/**
 * A morning of each who does not fill in the long forms of {@link CaseByHandBrowserTest}: from the door into the work and out
 * again, through the real pages.
 */
class DayBrowserTest extends OneCase {

    private static final LocalDateTime SPARRING = LocalDateTime.parse("2026-04-10T09:00");

    /** Counts what a person clicks, on this page and the next. */
    private static final String COUNT_CLICKS =
            """
            addEventListener('click', click => {
              if (click.isTrusted && click.detail > 0) {
                sessionStorage.setItem('clicks', String(1 + Number(sessionStorage.getItem('clicks'))));
              }
            }, true);
            """;

    @Autowired
    private Users users;

    DayBrowserTest() {
        super("2026-04-10T08:30");
    }

    @Test
    void aConsultantIsInTheWorkWithOneClickAndDoneWithThree() {
        time.moveTo(SPARRING.atZone(ZONE).toInstant());
        CaseScript.Step step = script.steps().stream()
                .filter(one -> one.at().equals(SPARRING))
                .findFirst()
                .orElseThrow();
        WorklistTask task = player.task(caseRef, String.valueOf(step.task()), step.element());
        Person lars = stranger();
        lars.page.addInitScript(COUNT_CLICKS);
        lars.open("/login");
        lars.page.locator("#username").fill("lars");
        lars.page.locator("#password").fill("demo");
        lars.page.locator("main button").click();
        lars.waitForPath("/tasks.*");
        lars.page.locator("a[href='/tasks/" + task.id() + "']").click();
        lars.submitButton().waitFor();
        int intoTheWork = clicks(lars);
        new Typist(lars).fillIn(lars.json("/tasks/" + task.id() + "/form", json).path("form"), step.data());
        int theForm = clicks(lars) - intoTheWork;
        lars.submit("/cases/" + caseRef);

        assertThat(intoTheWork).as("log in, open the task").isEqualTo(2);
        assertThat(clicks(lars) - theForm).as("beyond the form itself").isEqualTo(3);
        assertThat(lars.page.locator("main [role=status]").first()).containsText("Hold sparring");
        assertThat(lars.complaints()).isEmpty();
    }

    @Test
    void aManagerHandsOnTheWorkOfSomebodyAndReviewsAnEmergency() {
        Person maja = person("maja").open("/cases/emergency");
        maja.page.locator("#caseRef").fill(caseRef);
        maja.page.locator("#reason").fill("Barnet ringer og er alene hjemme.");
        maja.page.locator("main form button").click();
        maja.waitForPath("/cases/" + caseRef);
        assertThat(maja.page.locator("h1")).containsText(caseRef);

        Person karen = person("karen").open("/tasks?whose=any&q=" + caseRef);
        Locator first = karen.page
                .locator(".js-task:has-text('Lars Demolund')")
                .filter(new Locator.FilterOptions().setHasNotText("sparring"))
                .first();
        String task = String.valueOf(first.locator("a.task-name").getAttribute("href"));
        first.locator("input[type=checkbox]").check();
        karen.page.locator("summary:has-text('kollega')").click();
        karen.page.locator("#assign-to").selectOption("ida");
        karen.page.locator("#assign-why").fill("Lars er på kursus.");
        karen.page.locator("form[action='/tasks/assign'] button").click();
        assertThat(karen.page.locator("main [role=status]").first()).containsText("Ida Testgaard");
        karen.open(task).page.locator("summary:has-text('Hvem')").click();
        assertThat(karen.page.locator("main")).containsText("Lars er på kursus.");

        menu(karen, "/access-log");
        Locator opening = karen.page.locator("li:has(.quote:text-is('Barnet ringer og er alene hjemme.'))");
        assertThat(opening).containsText("Maja Låtsasson");
        opening.locator("input[name=review]").fill("Rigtigt set: hun blev hos barnet på telefonen.");
        opening.locator("button").click();
        assertThat(opening).hasCount(0);
        menu(karen, "/statistics");
        assertThat(karen.page.locator("h1")).containsText("Statistik");
        assertThat(karen.complaints()).isEmpty();
    }

    @Test
    void anAuditorReadsWhoLookedAndHandsItToThePersonConcernedWithoutNames() throws IOException {
        Person tilde = person("tilde");
        menu(tilde, "/access-log");
        tilde.page.locator("#log-case").fill(caseRef);
        tilde.page.locator("main form[role=search] button").first().click();
        tilde.waitForPath("/access-log.*" + caseRef + ".*");
        assertThat(tilde.page.locator("tbody tr").first()).containsText(caseRef);
        assertThat(tilde.page.locator("tbody")).containsText("Lars Demolund");

        tilde.page.locator("#log-person").fill("Alma");
        Download file = tilde.page.waitForDownload(
                () -> tilde.page.locator("button[formaction$='/export']").click());
        String written = Files.readString(file.path());
        assertThat(written).contains(caseRef);
        users.all().forEach(one -> assertThat(written).doesNotContain(one.displayName()));

        tilde.open("/cases/" + caseRef);
        assertThat(tilde.page.locator("main")).not().containsText("Alma");
        assertThat(tilde.complaints()).as("the browser notes the 404").hasSize(1);
    }

    private int clicks(Person person) {
        return ((Number) person.page.evaluate("Number(sessionStorage.getItem('clicks'))")).intValue();
    }

    private void menu(Person person, String path) {
        person.page.locator("details.menu > summary").click();
        person.page.locator("details.menu a[href='" + path + "']").click();
        person.waitForPath(path);
    }
}
