package org.trivsel.platform.forms.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trivsel.browser.Chromium;

/**
 * Every form in a real browser, with our own fields: it draws without an error under the strict content policy, has no
 * accessibility violation, and submits a filled-in sample unchanged.
 */
class FormPageBrowserTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ASSETS = Path.of("target/classes/static/assets");
    private static final String SITE = "http://trivsel.test/";
    private static final String POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'";
    private static final List<String> LANGUAGES = List.of("da", "sv", "en");

    private static Chromium chromium;

    private final FormValidator validator = new FormValidator();
    private final List<String> complaints = new ArrayList<>();
    private final List<JsonNode> submitted = new ArrayList<>();
    private BrowserContext context;
    private Page page;
    private JsonNode form = JSON.nullNode();
    private JsonNode data = JSON.nullNode();
    private String language = "da";

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void openPage() {
        context = chromium.newContext();
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.route(SITE + "**", this::answer);
    }

    @AfterEach
    void closePage() {
        context.close();
    }

    static Stream<Path> forms() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            return files.filter(file -> file.toString().endsWith(".form")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFormIsAccessibleAndSubmitsItsSampleUnchanged(Path file) {
        String name = file.getFileName().toString().replace(".form", "");
        Path sample = Path.of("src/test/resources/submissions", name + ".json");
        language = LANGUAGES.get(Math.floorMod(name.hashCode(), LANGUAGES.size()));
        show(
                Persons.filledIn(JsonFiles.read(file)),
                Files.exists(sample) ? JsonFiles.read(sample) : JSON.createObjectNode());

        assertNoViolations();
        if (Files.exists(sample)) {
            page.locator(".js-submit").click();
            page.waitForURL(SITE + "done");

            assertThat(submitted).hasSize(1);
            assertThat(validator.validate(form, submitted.get(0))).isEmpty();
            assertThat(withoutNothing(submitted.get(0))).isEqualTo(withoutNothing(data));
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void everyComponentWithARefusalIsAccessibleToo() {
        for (JsonNode synthetic : JsonFiles.read(Path.of("src/test/resources/forms/every-component.json"))) {
            show(synthetic.deepCopy(), JSON.createObjectNode());
            page.locator(".js-submit").click();
            page.waitForTimeout(100);
            assertNoViolations();
        }
    }

    @Test
    void aScaleAndAListCanBeAnsweredByKeyboardAlone() {
        show(JsonFiles.read(Path.of("src/test/resources/forms/keyboard.json")), JSON.createObjectNode());
        page.keyboard().press("Tab"); // the slider
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Tab"); // no answer
        page.keyboard().press("Tab"); // add a row
        page.keyboard().press("Enter");
        page.waitForTimeout(150); // the focus goes into the new row
        page.keyboard().type("Mette");
        page.keyboard().press("Tab");
        page.locator(".js-submit").focus();
        page.keyboard().press("Enter");
        page.waitForURL(SITE + "done");

        assertThat(submitted.get(0))
                .isEqualTo(JSON.valueToTree(Map.of("scale", 6, "people", List.of(Map.of("name", "Mette")))));
        assertThat(complaints).isEmpty();
    }

    private void show(JsonNode shownForm, JsonNode shownData) {
        form = shownForm;
        data = shownData;
        page.navigate(SITE + "task");
        page.locator(".js-submit").waitFor();
    }

    private void assertNoViolations() {
        AxeResults results = new AxeBuilder(page).setLegacyMode(true).analyze();
        assertThat(results.getPasses()).as("axe has looked at the page").isNotEmpty();
        assertThat(results.getViolations().stream().map(FormPageBrowserTest::described))
                .isEmpty();
    }

    private static String described(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().get(0).getHtml();
    }

    /** What says nothing may be said in several ways: a missing key, null, an empty text, an unticked box. */
    private static JsonNode withoutNothing(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode kept = JSON.createObjectNode();
            object.properties().forEach(property -> {
                JsonNode value = withoutNothing(property.getValue());
                boolean isNothing = AnswerReader.isNothing(value) || (value.isBoolean() && !value.booleanValue());
                if (!isNothing) {
                    kept.set(property.getKey(), value);
                }
            });
            return kept;
        }
        if (node.isArray()) {
            List<JsonNode> rows = new ArrayList<>();
            node.forEach(row -> rows.add(withoutNothing(row)));
            return JSON.valueToTree(rows);
        }
        return node;
    }

    private void answer(Route route) {
        String path = route.request().url().substring(SITE.length());
        switch (path) {
            case "task" -> html(route, taskPage());
            case "done" -> html(route, "<!doctype html><html lang=da><title>Done</title><p>Done");
            case "form" -> json(route, JSON.valueToTree(Map.of("form", form, "data", data)));
            case "submit" -> {
                try {
                    submitted.add(JSON.readTree(route.request().postData()));
                } catch (IOException notJson) {
                    complaints.add(notJson.toString());
                }
                json(route, JSON.valueToTree(Map.of("location", "/done")));
            }
            case "draft" -> route.fulfill(new Route.FulfillOptions().setStatus(204));
            default ->
                route.fulfill(new Route.FulfillOptions()
                        .setPath(ASSETS.resolve(path.replace("assets/", "")))
                        .setContentType(path.endsWith(".css") ? "text/css" : "text/javascript"));
        }
    }

    private static void html(Route route, String body) {
        route.fulfill(new Route.FulfillOptions()
                .setContentType("text/html; charset=utf-8")
                .setHeaders(Map.of("Content-Security-Policy", POLICY))
                .setBody(body));
    }

    private static void json(Route route, JsonNode body) {
        route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(body.toString()));
    }

    private String taskPage() {
        return """
                <!doctype html>
                <html lang="%s">
                <head><meta charset="utf-8"><title>Task</title><link rel="icon" href="data:,">
                <link rel="stylesheet" href="/assets/app.css"><link rel="stylesheet" href="/assets/form.css">
                <script src="/assets/app.js" defer></script><script src="/assets/form.js" defer></script></head>
                <body><main class="page"><h1>Task</h1><p class="js-saved"></p>
                <div class="js-form" data-form-url="/form" data-draft-url="/draft" data-submit-url="/submit"></div>
                </main></body></html>
                """
                .formatted(language);
    }
}
