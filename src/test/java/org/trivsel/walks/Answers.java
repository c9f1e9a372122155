package org.trivsel.walks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Valid answers to the questions of a form that drive the process. */
final class Answers {

    /** Answers after which a case goes on to its end instead of round again. */
    private static final Set<String> LEADING_ON = Set.of(
            "NO_ACUTE_NEED",
            "ACCEPT",
            "APPROVE",
            "TO_LEVEL_2",
            "CLOSE_PHASE",
            "YES",
            "GRANT",
            "RESUME",
            "READY",
            "KNOWN",
            "AGREED",
            "RESTORED",
            "GROWN",
            "ON_TIME",
            "OTHER_SUPPORT",
            "OTHER_MEASURE",
            "STAYS",
            "END",
            "EVIDENCE",
            "NONE",
            "TOWARDS_HOME",
            "EXTEND");

    private final Map<String, List<JsonNode>> questions = new HashMap<>();
    private final ObjectMapper json = new ObjectMapper();

    /** How answers are chosen. */
    record Chooser(Random random, boolean leadingOn) {

        String of(List<String> options) {
            if (leadingOn) {
                List<String> good =
                        options.stream().filter(LEADING_ON::contains).toList();
                if (!good.isEmpty()) {
                    return good.get(0);
                }
            }
            return options.get(random.nextInt(options.size()));
        }

        boolean yes() {
            return !leadingOn && random.nextBoolean();
        }

        boolean seldom() {
            return !leadingOn && random.nextInt(10) == 0;
        }
    }

    Chooser random(Random random) {
        return new Chooser(random, random.nextInt(3) == 0);
    }

    Chooser leadingOn(Random random) {
        return new Chooser(random, true);
    }

    Map<String, Object> to(String formId, Chooser chooser) {
        Map<String, Object> given = new LinkedHashMap<>();
        for (JsonNode question : questions.computeIfAbsent(formId, this::read)) {
            String key = question.path("key").asText();
            given.put(
                    key,
                    switch (question.path("type").asText()) {
                        case "checkbox" -> isGood(key, chooser);
                        case "number" ->
                            question.at("/validate/min").asInt()
                                    + chooser.random()
                                            .nextInt(1
                                                    + question.at("/validate/max")
                                                            .asInt()
                                                    - question.at("/validate/min")
                                                            .asInt());
                        default -> chooser.of(question.path("values").findValuesAsText("value"));
                    });
        }
        return given;
    }

    /** Criteria and completeness are mostly given; what makes more work is not, when the case is to end. */
    private static boolean isGood(String key, Chooser chooser) {
        if (key.matches("c[1-4].*|complete")) {
            return chooser.leadingOn() || chooser.random().nextInt(10) > 0;
        }
        return chooser.yes();
    }

    private List<JsonNode> read(String formId) {
        try {
            List<JsonNode> found = new ArrayList<>();
            collect(json.readTree(Path.of("forms", formId + ".form").toFile()), found);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(JsonNode component, List<JsonNode> found) {
        if (component.at("/properties/processVariable").asText().equals("true")) {
            found.add(component);
        }
        component.path("components").forEach(child -> collect(child, found));
    }
}
