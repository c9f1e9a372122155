package org.trivsel.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;

/** Somebody at their own machine: a browser profile, and the hands that use its keyboard and mouse. */
final class Person implements AutoCloseable {

    final Page page;
    private final BrowserContext context;
    private final String site;
    private final List<String> complaints = new ArrayList<>();

    Person(BrowserContext context, String site) {
        this.context = context;
        this.site = site;
        page = context.newPage();
        page.setDefaultTimeout(20_000);
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    Person open(String path) {
        page.navigate(site + path);
        return this;
    }

    Person logIn(String username, String password) {
        open("/login");
        assertThat(page.locator("#username")).isFocused(); // by the page, a moment after it has loaded
        page.keyboard().type(username);
        page.keyboard().press("Tab");
        page.keyboard().type(password);
        page.keyboard().press("Enter");
        return this;
    }

    Person logInWithoutScript(String username, String password) {
        open("/login");
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        page.locator("main button").click();
        return this;
    }

    /** The path and query of the page one is on. */
    String path() {
        return page.url().substring(site.length());
    }

    void waitForPath(String pattern) {
        page.waitForURL(url -> url.substring(site.length()).matches(pattern));
    }

    /** What the browser's console complained of since last asked. */
    List<String> complaints() {
        List<String> said = List.copyOf(complaints);
        complaints.clear();
        return said;
    }

    // ---- a form

    Locator submitButton() {
        return page.locator(".js-submit");
    }

    /** Presses the form's button and waits for the page that comes next. */
    void submit(String nextPath) {
        String before = page.url();
        submitButton().click();
        Locator refusal = page.locator(".error-summary:not([hidden])");
        Locator busy = page.locator(".js-submit[aria-disabled=true]");
        page.waitForCondition(() -> !page.url().equals(before) || (busy.count() == 0 && refusal.count() > 0));
        if (page.url().equals(before)) {
            Assertions.fail(before + " was refused: " + refusal.innerText());
        }
        waitForPath(nextPath);
    }

    /** Presses the form's button where something is wrong; what the page then says above the form. */
    String submitInVain() {
        submitButton().click();
        Locator summary = page.locator(".error-summary");
        assertThat(summary).isVisible();
        assertThat(summary).isFocused();
        return summary.innerText();
    }

    Locator field(String id) {
        return page.locator("[id$='-Field_" + id + "']");
    }

    void type(String field, String text) {
        field(field).focus();
        page.keyboard().press("Control+A");
        page.keyboard().type(text);
    }

    void choose(String field, String label) {
        field(field).focus();
        field(field).selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(label));
    }

    void date(String field, String day) {
        page.locator("[id$='-Field_" + field + "-date']").fill(day);
    }

    void time(String field, String time) {
        page.locator("[id$='-Field_" + field + "-time']").fill(time);
    }

    /** Ticks a box or picks one of a few, with the space bar. */
    void tick(AriaRole role, String label) {
        page.getByRole(role, new Page.GetByRoleOptions().setName(label).setExact(true))
                .press("Space");
    }

    // ---- what scripts of the page do

    JsonNode json(String path, com.fasterxml.jackson.databind.ObjectMapper mapper) {
        try {
            return mapper.readTree(context.request()
                    .get(site + path, RequestOptions.create().setHeader("Accept", "application/json"))
                    .body());
        } catch (java.io.IOException e) {
            throw new AssertionError(path, e);
        }
    }

    /** Sends JSON as the page's own script would, with the page's own token. */
    APIResponse send(String method, String path, JsonNode body) {
        String header = page.locator("meta[name=_csrf_header]").getAttribute("content");
        String token = page.locator("meta[name=_csrf]").getAttribute("content");
        return context.request()
                .fetch(
                        site + path,
                        RequestOptions.create()
                                .setMethod(method)
                                .setHeader("Content-Type", "application/json")
                                .setHeader("X-Requested-With", "XMLHttpRequest")
                                .setHeader(header, token)
                                .setData(body.toString()));
    }

    @Override
    public void close() {
        context.close();
    }
}
