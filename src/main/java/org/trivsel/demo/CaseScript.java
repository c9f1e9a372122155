package org.trivsel.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What people did in one case, in order. Read from {@code demo/<name>.json}.
 *
 * @param caseRef the reference the referral gets, or null for the next free one
 */
public record CaseScript(String name, @Nullable String caseRef, List<Step> steps) {

    /**
     * One submitted form, one action started, or one deadline said to be done. Exactly one of refer, task, action and done
     * is set.
     *
     * @param at local time where the case is worked on
     * @param refer the referral's form
     * @param task the user task's id in its model
     * @param element what this one of several alike tasks is about
     * @param data answers laid over what the task's form is prefilled with; of a deadline the reason
     * @param done the rule of the deadline whose end the process does not see
     */
    public record Step(
            LocalDateTime at,
            String user,
            @Nullable JsonNode refer,
            @Nullable String task,
            @Nullable String element,
            @Nullable JsonNode data,
            @Nullable String action,
            @Nullable String done) {

        /** What happens here, for a message. */
        String what() {
            if (task != null) {
                return task + (element == null ? "" : " " + element);
            }
            return Objects.requireNonNullElse(action, Objects.requireNonNullElse(done, "referral"));
        }
    }

    public static CaseScript read(String name, ObjectMapper json) {
        try (InputStream file = CaseScript.class.getResourceAsStream("/demo/" + name + ".json")) {
            if (file == null) {
                throw new IllegalArgumentException("there is no script demo/" + name + ".json");
            }
            return of(name, json.readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException("demo/" + name + ".json cannot be read", e);
        }
    }

    public static CaseScript of(String name, JsonNode script) {
        List<Step> steps = new ArrayList<>();
        for (JsonNode step : script.path("steps")) {
            steps.add(new Step(
                    LocalDateTime.parse(step.path("at").asText()),
                    step.path("user").asText(),
                    step.get("refer"),
                    text(step, "task"),
                    text(step, "element"),
                    step.get("data"),
                    text(step, "action"),
                    text(step, "done")));
        }
        return new CaseScript(name, text(script, "caseRef"), steps);
    }

    /** The same script played under another reference. */
    public CaseScript as(String otherRef) {
        return new CaseScript(name, otherRef, steps);
    }

    private static @Nullable String text(JsonNode node, String key) {
        return node.hasNonNull(key) ? node.path(key).asText() : null;
    }
}
