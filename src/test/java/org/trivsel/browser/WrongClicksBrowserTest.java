package org.trivsel.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.trivsel.platform.worklist.Worklist;
import org.trivsel.platform.worklist.WorklistTask;

/** What happens to people who click twice, come too late, go back or are away too long: nothing twice, nothing lost. */
class WrongClicksBrowserTest extends OneCase {

    private static final String WORDS = "Vi taler om, hvordan morgenerne er gået siden sidst.";

    @Autowired
    private Worklist worklist;

    WrongClicksBrowserTest() {
        super("2026-04-09T12:00");
    }

    @Test
    void startsAnActionOnceHoweverOftenItsButtonIsPressed() {
        Person ida = person("ida").open("/cases/" + caseRef);
        int before = count("UserTask_TalkWithChild");
        action(ida, "ChildConversationRequested").dblclick();
        ida.waitForPath("/tasks/.+");
        time.runDue();
        assertThat(count("UserTask_TalkWithChild")).isEqualTo(before + 1);
    }

    @Test
    void startsAnActionOnceAlsoWhereTheSecondClickReachesTheServer() {
        Person ida = person("ida").open("/cases/" + caseRef);
        int before = count("UserTask_TalkWithChild");
        String first = press(ida, "ChildConversationRequested");
        String second = press(ida, "ChildConversationRequested");
        time.runDue();
        assertThat(second).isEqualTo(first).contains("/tasks/");
        assertThat(count("UserTask_TalkWithChild")).isEqualTo(before + 1);

        // somebody who comes back to the page may start another
        ida.page.reload();
        assertThat(press(ida, "ChildConversationRequested")).isNotEqualTo(first);
        assertThat(count("UserTask_TalkWithChild")).isEqualTo(before + 2);
    }

    @Test
    void refersAFamilyOnceWhereSubmitIsPressedTwice() {
        Person signe = person("signe").open("/cases/new");
        signe.submitButton().waitFor();
        long before = signe.open("/cases").page.locator("tbody tr").count();
        signe.open("/cases/new").submitButton().waitFor();
        signe.send("PUT", "/cases/new/draft", script.steps().get(0).refer());
        signe.page.reload();
        signe.submitButton().dblclick();
        signe.waitForPath("/cases/2026-.*");
        assertThat(signe.open("/cases").page.locator("tbody tr").count()).isEqualTo((int) before + 1);
    }

    @Test
    void tellsTheSecondOfTwoAndKeepsWhatWasWritten() {
        Person ida = person("ida");
        Person alsoIda = person("ida");
        String task = newConversation();
        for (Person person : List.of(ida, alsoIda)) {
            person.open(task).submitButton().waitFor();
        }
        answer(ida);
        ida.submit("/cases/" + caseRef);

        alsoIda.page.reload();
        assertThat(alsoIda.page.locator("h1")).hasText("Opgaven er allerede løst");
    }

    @Test
    void keepsTheTextOfWhoComesTooLate() {
        Person ida = person("ida");
        Person alsoIda = person("ida");
        String task = newConversation();
        alsoIda.open(task).submitButton().waitFor();
        answer(alsoIda);
        ida.open(task).submitButton().waitFor();
        ida.submit("/cases/" + caseRef); // with the draft the other window saved

        assertThat(alsoIda.submitInVain()).contains("En kollega har løst den");
        assertThat(ownWords(alsoIda)).hasValue(WORDS);
    }

    @Test
    void comesBackToAClearWordAfterSubmitting() {
        Person ida = person("ida");
        ida.open(newConversation()).submitButton().waitFor();
        answer(ida);
        ida.submit("/cases/" + caseRef);
        ida.page.goBack();
        assertThat(ida.page.locator("h1")).hasText("Opgaven er allerede løst");
        ida.page.locator("main a[href='/tasks']").click();
        ida.waitForPath("/tasks");
    }

    @Test
    void losesNothingWhenTheSessionEndsWhileTyping() {
        Person ida = person("ida");
        String task = newConversation();
        ida.open(task).submitButton().waitFor();
        ida.page.context().clearCookies();
        answerByHand(ida);
        assertThat(ida.page.locator(".js-saved")).containsText("logget ud");
        assertThat(ownWords(ida)).hasValue(WORDS);

        Page otherTab = ida.page.context().newPage();
        otherTab.navigate(site() + "/login");
        otherTab.locator("#username").fill("ida");
        otherTab.locator("#password").fill("demo");
        otherTab.keyboard().press("Enter");
        otherTab.waitForURL("**/tasks/**"); // on to the task one wanted

        ida.submitInVain(); // the rest of the form is empty; what counts is that the server answers again
        ida.page.waitForTimeout(100);
        assertThat(ownWords(ida)).hasValue(WORDS);
        ownWords(ida).press("End");
        ida.page.keyboard().type(" ");
        assertThat(ida.page.locator(".js-saved")).containsText("Gemt");
        ida.page.reload();
        assertThat(ownWords(ida)).hasValue(java.util.regex.Pattern.compile(WORDS.replace(".", "\\.") + "\\s*"));
    }

    @Test
    void takesATaskThatAColleagueGaveBackWithAKey() {
        Person lars = person("lars");
        Person ida = person("ida");
        String task = newConversation();
        lars.open(task).page.locator("form[action$='/release'] button").click();
        lars.page.locator("form[action$='/claim'] button").waitFor();
        ida.open("/tasks?whose=team").page.locator("a[href='" + task + "']").focus();
        ida.page.keyboard().press("c");
        assertThat(ida.page.locator(".js-taken")).hasText("Nu din: Tal med barnet");
        ida.open("/tasks");
        assertThat(ida.page.locator("a[href='" + task + "']")).isVisible();
        assertThat(ida.complaints()).isEmpty();
    }

    /** A talk with the child that waits for Ida. */
    private String newConversation() {
        Person ida = person("ida").open("/cases/" + caseRef);
        action(ida, "ChildConversationRequested").click();
        ida.waitForPath("/tasks/.+");
        return ida.path();
    }

    private void answer(Person person) {
        var data = script.steps().stream()
                .filter(step -> "UserTask_TalkWithChild".equals(step.task()))
                .findFirst()
                .orElseThrow()
                .data();
        com.fasterxml.jackson.databind.node.ObjectNode draft = data.deepCopy();
        draft.put("place", WORDS);
        person.send("PUT", person.path() + "/draft", draft);
        person.page.reload();
        person.submitButton().waitFor();
    }

    private void answerByHand(Person person) {
        ownWords(person).focus();
        person.page.keyboard().type(WORDS);
    }

    private static Locator ownWords(Person person) {
        return person.field("place");
    }

    private static Locator action(Person person, String message) {
        return person.page.locator("form[action$='/actions/" + message + "'] button");
    }

    /** Sends the form of an action as the page holds it; where the answer leads. */
    private String press(Person person, String message) {
        Locator form = person.page.locator("form[action$='/actions/" + message + "']");
        FormData data = FormData.create();
        for (Locator input : form.locator("input[type=hidden]").all()) {
            data.set(input.getAttribute("name"), input.getAttribute("value"));
        }
        return person.page
                .context()
                .request()
                .post(
                        site() + form.getAttribute("action"),
                        RequestOptions.create().setForm(data).setMaxRedirects(0))
                .headers()
                .get("location");
    }

    private int count(String taskKey) {
        return (int) worklist.ofCase(caseRef).stream()
                .map(WorklistTask::taskKey)
                .filter(taskKey::equals)
                .count();
    }
}
