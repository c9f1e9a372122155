package org.trivsel.practice.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.trivsel.platform.identity.CurrentUser;
import org.trivsel.platform.identity.Role;
import org.trivsel.platform.identity.User;

/** The counts of a year as a page and as a file for a spreadsheet. They hold no case and no name. */
@Controller
class StatisticsPages {

    private static final int FIRST = 2009;

    private final Statistics statistics;
    private final CurrentUser current;
    private final MessageSource messages;
    private final Clock clock;

    StatisticsPages(Statistics statistics, CurrentUser current, MessageSource messages, Clock clock) {
        this.statistics = statistics;
        this.current = current;
        this.messages = messages;
        this.clock = clock;
    }

    record Line(String what, int count) {}

    record Section(String key, String title, String hint, int total, List<Line> lines) {}

    @GetMapping("/statistics")
    String page(@RequestParam(required = false) @Nullable String year, Model model, Locale locale) {
        requireReader();
        int wanted = year(year);
        model.addAttribute("year", wanted);
        model.addAttribute("thisYear", LocalDate.now(clock).getYear());
        model.addAttribute("sections", sections(wanted, locale));
        return "statistics";
    }

    @GetMapping("/statistics/export")
    ResponseEntity<byte[]> export(@RequestParam(required = false) @Nullable String year, Locale locale) {
        requireReader();
        int wanted = year(year);
        StringBuilder text = new StringBuilder("\uFEFF"); // spreadsheets take it for UTF-8 only then
        try (CSVPrinter csv =
                new CSVPrinter(text, CSVFormat.EXCEL.builder().setDelimiter(';').get())) {
            csv.printRecord(
                    text("statistics.year", locale),
                    text("statistics.what", locale),
                    "",
                    text("statistics.count", locale));
            for (Section section : sections(wanted, locale)) {
                for (Line line : section.lines()) {
                    csv.printRecord(wanted, section.title(), line.what(), line.count());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("trivsel-" + wanted + ".csv")
                                .build()
                                .toString())
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private List<Section> sections(int year, Locale locale) {
        return statistics.of(year).stream()
                .map(group -> new Section(
                        group.key(),
                        text("statistics." + group.key(), locale),
                        text("statistics." + group.key() + ".hint", locale),
                        group.total(),
                        group.counts().entrySet().stream()
                                .map(entry -> line(group.key(), entry, locale))
                                .toList()))
                .toList();
    }

    private Line line(String group, Map.Entry<String, Integer> entry, Locale locale) {
        String key =
                switch (group) {
                    case "children" -> "outcome." + entry.getKey();
                    case "cases" -> "state." + entry.getKey();
                    default -> "statistics." + group + "." + entry.getKey();
                };
        return new Line(text(key, locale), entry.getValue());
    }

    /** What is no year shows this one. */
    private int year(@Nullable String typed) {
        int now = LocalDate.now(clock).getYear();
        return typed != null && typed.matches("\\d{4}") && Integer.parseInt(typed) >= FIRST
                ? Integer.parseInt(typed)
                : now;
    }

    private void requireReader() {
        User user = current.get();
        if (!user.has(Role.MANAGER) && !user.has(Role.AUDITOR)) {
            throw new AccessDeniedException("statistics are for managers and auditors");
        }
    }

    private String text(String key, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, key, locale));
    }
}
