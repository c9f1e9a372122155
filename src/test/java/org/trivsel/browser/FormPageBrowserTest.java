package org.trivsel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trivsel.platform.forms.validation.FormValidator;
import org.trivsel.platform.forms.validation.JsonFiles;
import org.trivsel.platform.forms.validation.Persons;

/**
 * Every form in a real browser, with our own fields: it draws without an error under the strict content policy, has no
 * accessibility violation, and submits a filled-in sample unchanged.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormPageBrowserTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ASSETS = Path.of("target/classes/static/assets");
    private static final String POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'";
    private static final List<String> LANGUAGES = List.of("da", "sv", "en");

    private final FormValidator validator = new FormValidator();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<JsonNode> submitted = new CopyOnWriteArrayList<>();
    private Chromium chromium;
    private HttpServer server;
    private String site;
    private Page page;
    private volatile JsonNode form = JSON.nullNode();
    private volatile JsonNode data = JSON.nullNode();
    private volatile String language = "da";

    @BeforeAll
    void openPage() throws IOException {
        chromium = Chromium.launch();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        site = "http://localhost:" + server.getAddress().getPort() + "/";
        page = chromium.newContext().newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    @BeforeEach
    void nothingSaidYet() {
        complaints.clear();
        submitted.clear();
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            chromium.close();
            server.stop(0);
        }
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

        // the colours are those of the components and of our own fields, each of which is looked at below
        assertThat(Accessibility.violationsInWords(page)).isEmpty();
        if (Files.exists(sample)) {
            page.locator(".js-submit").click();
            page.waitForURL(site + "done");

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
            assertThat(Accessibility.violations(page)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"person\"", "\"scale\"", "\"schedule\"", "\"folded\""})
    void ourOwnFieldsHaveColoursThatCanBeRead(String property) throws IOException {
        Path file = forms().filter(form -> JsonFiles.text(form).contains(property))
                .findFirst()
                .orElseThrow();
        show(Persons.filledIn(JsonFiles.read(file)), JSON.createObjectNode());
        page.locator(".js-submit").click();
        page.waitForTimeout(100);
        assertThat(Accessibility.violations(page)).isEmpty();
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
        page.waitForURL(site + "done");

        assertThat(submitted.get(0))
                .isEqualTo(JSON.valueToTree(Map.of("scale", 6, "people", List.of(Map.of("name", "Mette")))));
        assertThat(complaints).isEmpty();
    }

    @Test
    void aClickOnAButtonHitsItAlthoughTheFieldThatIsLeftSaysSomething() {
        show(JsonFiles.read(Path.of("src/test/resources/forms/keyboard.json")), JSON.createObjectNode());
        page.locator(".add-row").click();
        page.locator("input[type=text]").fill("M");
        page.locator("input[type=text]").fill("");
        page.locator(".add-row").click();
        page.locator("input[type=text]").nth(1).waitFor();

        page.locator("input[type=text]").nth(1).focus();
        page.locator(".js-submit").click();
        assertThat(page.locator(".error-summary li").count()).isEqualTo(2);
        page.locator("input[type=text]").nth(0).fill("Mette");
        page.locator("input[type=text]").nth(1).focus();
        page.keyboard().type("Jonas");
        page.locator(".js-submit").click(); // at once: the last letters belong to the answer
        page.waitForURL(site + "done");
        assertThat(submitted.get(0).path("people"))
                .isEqualTo(JSON.valueToTree(List.of(Map.of("name", "Mette"), Map.of("name", "Jonas"))));
    }

    private void show(JsonNode shownForm, JsonNode shownData) {
        form = shownForm;
        data = shownData;
        page.navigate(site + "task");
        page.locator(".js-submit").waitFor();
    }

    /** What says nothing may be said in several ways: a missing key, null, an empty text, an unticked box. */
    private static JsonNode withoutNothing(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode kept = JSON.createObjectNode();
            object.properties().forEach(property -> {
                JsonNode value = withoutNothing(property.getValue());
                boolean saysNothing = value.isContainerNode()
                        ? value.isEmpty()
                        : value.isNull()
                                || (value.isBoolean() && !value.booleanValue())
                                || (value.isTextual() && value.textValue().isEmpty());
                if (!saysNothing) {
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

    private void answer(HttpExchange asked) throws IOException {
        String path = asked.getRequestURI().getPath().substring(1);
        switch (path) {
            case "task" -> send(asked, "text/html", taskPage());
            case "done" -> send(asked, "text/html", "<!doctype html><html lang=da><title>Done</title><p>Done");
            case "form" ->
                send(
                        asked,
                        "application/json",
                        JSON.valueToTree(Map.of("form", form, "data", data)).toString());
            case "draft" -> send(asked, "application/json", "{}");
            case "submit" -> {
                submitted.add(JSON.readTree(asked.getRequestBody()));
                send(
                        asked,
                        "application/json",
                        JSON.valueToTree(Map.of("location", "/done")).toString());
            }
            default -> {
                asked.getResponseHeaders().set("Cache-Control", "max-age=600");
                send(
                        asked,
                        path.endsWith(".css") ? "text/css" : "text/javascript",
                        Files.readString(ASSETS.resolve(path.replace("assets/", ""))));
            }
        }
    }

    private static void send(HttpExchange asked, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        asked.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        asked.getResponseHeaders().set("Content-Security-Policy", POLICY);
        asked.sendResponseHeaders(200, bytes.length);
        asked.getResponseBody().write(bytes);
        asked.close();
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
