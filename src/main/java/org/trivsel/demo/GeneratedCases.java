package org.trivsel.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Further families for the demonstration, so that lists and statistics have something in every stage. Each is the same
 * course of work ({@code demo/family-da.json}, {@code family-sv.json}) with its own people, worry, law and start, played
 * up to its day ({@code demo/families.json}). Always the same, never by chance.
 */
@Component
@Profile("demo")
public class GeneratedCases {

    /** A word of the family, or a day of its course: {@code {mother}}, {@code {d14}}, {@code {d14 10:30}}. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?:d(\\d+)(?: (\\d\\d:\\d\\d))?|(\\w+))}");

    private final ObjectMapper json;
    private final ZoneId zone;

    GeneratedCases(ObjectMapper json, java.time.Clock clock) {
        this.json = json;
        this.zone = clock.getZone();
    }

    public List<CaseScript> scripts() {
        Map<String, JsonNode> courses = Map.of("da", read("family-da"), "sv", read("family-sv"));
        List<CaseScript> scripts = new ArrayList<>();
        for (JsonNode family : read("families").path("families")) {
            scripts.add(script(family, courses.get(family.path("language").asText())));
        }
        return scripts;
    }

    private CaseScript script(JsonNode family, JsonNode course) {
        Map<String, String> words = new HashMap<>();
        course.path("themes")
                .path(family.path("theme").asText())
                .properties()
                .forEach(word -> words.put(word.getKey(), word.getValue().asText()));
        family.path("words")
                .properties()
                .forEach(word -> words.put(word.getKey(), word.getValue().asText()));
        Set<String> tags = new HashSet<>();
        family.path("tags").forEach(tag -> tags.add(tag.asText()));
        LocalDate start = LocalDate.parse(family.path("start").asText());
        ObjectNode script = json.createObjectNode();
        var steps = script.putArray("steps");
        for (JsonNode step : course.path("steps")) {
            if (step.path("day").asInt() < family.path("until").asInt() && applies(step, tags)) {
                steps.add(filled(step, words, start));
            }
        }
        return CaseScript.of(family.path("name").asText(), script);
    }

    /** A step may be for some families only: all its "only" tags and none of its "not" tags. */
    private static boolean applies(JsonNode step, Set<String> tags) {
        for (JsonNode tag : step.path("only")) {
            if (!tags.contains(tag.asText())) {
                return false;
            }
        }
        for (JsonNode tag : step.path("not")) {
            if (tags.contains(tag.asText())) {
                return false;
            }
        }
        return true;
    }

    private ObjectNode filled(JsonNode step, Map<String, String> words, LocalDate start) {
        try {
            String text = step.toString();
            // a word may hold further words, and a time of day may be one
            for (int depth = 0; depth < 3; depth++) {
                text = fill(text, words, start);
            }
            ObjectNode filled = (ObjectNode) json.readTree(text);
            LocalTime time = LocalTime.parse(filled.path("time").asText());
            filled.put(
                    "at", start.plusDays(step.path("day").asInt()).atTime(time).toString());
            return filled;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a family's course cannot be filled in: " + step, e);
        }
    }

    private String fill(String text, Map<String, String> words, LocalDate start) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            String replacement;
            if (found.group(1) == null) {
                replacement = words.getOrDefault(found.group(3), found.group());
            } else {
                LocalDate day = start.plusDays(Long.parseLong(found.group(1)));
                replacement = found.group(2) == null ? day.toString() : moment(day, LocalTime.parse(found.group(2)));
            }
            return java.util.regex.Matcher.quoteReplacement(escaped(replacement));
        });
    }

    private String moment(LocalDate day, LocalTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                LocalDateTime.of(day, time).atZone(zone).toOffsetDateTime());
    }

    private String escaped(String text) {
        try {
            String quoted = json.writeValueAsString(text);
            return quoted.substring(1, quoted.length() - 1);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private JsonNode read(String name) {
        try (InputStream file = GeneratedCases.class.getResourceAsStream("/demo/" + name + ".json")) {
            if (file == null) {
                throw new IllegalStateException("demo/" + name + ".json is missing");
            }
            return json.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException("demo/" + name + ".json cannot be read", e);
        }
    }
}
