package org.trivsel.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Fills in any form as a person does: field by field down the page, with keyboard and mouse only. */
final class Typist {

    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Person person;

    Typist(Person person) {
        this.person = person;
    }

    /** @param schema the form as the page has it, with its choices; @param answers what is to stand in it in the end */
    void fillIn(JsonNode schema, JsonNode answers) {
        fill(schema, answers, "");
    }

    private void fill(JsonNode parent, JsonNode answers, String row) {
        for (JsonNode field : parent.path("components")) {
            String type = field.path("type").asText();
            if (type.equals("group")) {
                String path = field.path("path").asText("");
                JsonNode inner = path.isEmpty() ? answers : answers.path(path);
                if (saysSomething(field, inner)) {
                    unfold(field, row);
                    fill(field, inner, row);
                }
            } else if (type.equals("dynamiclist")) {
                list(field, answers.path(field.path("path").asText()), row);
            } else if (answers.has(field.path("key").asText())) {
                answer(field, answers.path(field.path("key").asText()), row);
            }
        }
    }

    private static boolean saysSomething(JsonNode parent, JsonNode answers) {
        for (JsonNode field : parent.path("components")) {
            String path = field.path("path").asText("");
            boolean says = field.path("type").asText().equals("group")
                    ? saysSomething(field, path.isEmpty() ? answers : answers.path(path))
                    : answers.has(field.path("key").asText(path)) || answers.has(path);
            if (says) {
                return true;
            }
        }
        return false;
    }

    /** A folded section holds its fields out of sight until its heading is pressed. */
    private void unfold(JsonNode group, String row) {
        if ("true".equals(group.path("properties").path("folded").asText())) {
            Locator section = person.page.locator("details:has(> summary [id$='-" + id(group, row) + "'])");
            section.first().waitFor();
            if (section.getAttribute("open") == null) {
                section.locator("> summary").click();
            }
        }
    }

    private void list(JsonNode list, JsonNode rows, String row) {
        if (!rows.isArray()) {
            return;
        }
        Locator add = person.page.locator(".add-row[aria-describedby$='-" + id(list, row) + "']");
        String first = firstField(list);
        int shown = 0;
        while (person.page.locator("[id*='-" + first + row + "_" + shown + "']").count() > 0) {
            shown++;
        }
        for (; shown < rows.size(); shown++) {
            add.press("Enter");
            // the form puts the cursor into the new row a moment later; typing before would end up there
            person.page.waitForFunction(
                    "part => document.activeElement.id.includes(part)", "-" + first + row + "_" + shown);
        }
        for (; shown > rows.size(); shown--) {
            String last = "[id*='-" + first + row + "_" + (shown - 1) + "']";
            person.page
                    .locator(".row:has(" + last + ")")
                    .last()
                    .locator("> .row-bar button")
                    .press("Enter");
            person.page
                    .locator(last)
                    .first()
                    .waitFor(new Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        }
        for (int i = 0; i < rows.size(); i++) {
            fill(list, rows.get(i), row + "_" + i);
        }
    }

    private static String firstField(JsonNode list) {
        for (JsonNode field : list.path("components")) {
            if (field.has("key")) {
                return field.path("id").asText();
            }
        }
        throw new IllegalStateException("a list without a field: " + list.path("id"));
    }

    private void answer(JsonNode field, JsonNode value, String row) {
        String id = id(field, row);
        if (value.isNull() || value.isTextual() && value.asText().isEmpty()) {
            return;
        }
        switch (field.path("type").asText()) {
            case "textfield", "textarea" -> type(at(id), value.asText());
            case "number" -> number(field, at(id), value.asText());
            case "select" -> {
                at(id).focus(); // as a person does, which ends the text before it
                at(id).selectOption(new SelectOption().setLabel(label(field, value)));
            }
            case "radio" -> tick(at(id + "-" + index(field, value)), true);
            case "checkbox" -> tick(at(id), value.asBoolean());
            case "checklist", "taglist" -> {
                for (int i = 0; i < field.path("values").size(); i++) {
                    tick(
                            at(id + "-" + i),
                            contains(value, field.path("values").get(i).path("value")));
                }
            }
            case "datetime" -> moment(field, id, value.asText());
            default -> throw new IllegalStateException("cannot fill in " + field);
        }
    }

    private void type(Locator text, String words) {
        if (text.inputValue().equals(words)) {
            return;
        }
        text.focus();
        person.page.keyboard().press("Control+A");
        person.page.keyboard().insertText(words); // as from dictation: letter by letter takes the day
    }

    private static void tick(Locator box, boolean wanted) {
        if (box.isChecked() != wanted) {
            box.press("Space");
        }
    }

    private void number(JsonNode field, Locator place, String number) {
        if (!"scale".equals(field.path("properties").path("widget").asText())) {
            type(place, number);
            return;
        }
        place.focus();
        place.press("Home");
        place.press("Space"); // zero is an answer too
        for (int i = field.path("validate").path("min").asInt(0); i < Integer.parseInt(number); i++) {
            place.press("ArrowRight");
        }
    }

    private void moment(JsonNode field, String id, String value) {
        switch (field.path("subtype").asText()) {
            case "time" -> at(id + "-time").fill(value);
            case "date" -> at(id + "-date").fill(value);
            default -> {
                LocalDateTime local = value.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                        ? OffsetDateTime.parse(value).atZoneSameInstant(ZONE).toLocalDateTime()
                        : LocalDateTime.parse(value);
                at(id + "-date").fill(local.toLocalDate().toString());
                at(id + "-time").fill(TIME.format(local));
            }
        }
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        for (JsonNode one : values) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static String label(JsonNode field, JsonNode value) {
        return field.path("values").get(index(field, value)).path("label").asText();
    }

    private static int index(JsonNode field, JsonNode value) {
        for (int i = 0; i < field.path("values").size(); i++) {
            if (field.path("values").get(i).path("value").equals(value)) {
                return i;
            }
        }
        throw new IllegalStateException(field.path("label").asText() + " does not offer " + value);
    }

    private static String id(JsonNode field, String row) {
        return field.path("id").asText() + row;
    }

    /** A field is there as soon as the answers before it have brought it up. */
    private Locator at(String id) {
        Locator place = person.page.locator("[id$='-" + id + "']").first();
        place.waitFor(
                new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.VISIBLE));
        return place;
    }
}
