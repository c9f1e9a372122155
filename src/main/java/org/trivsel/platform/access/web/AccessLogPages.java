package org.trivsel.platform.access.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.trivsel.platform.access.AccessLogReader;
import org.trivsel.platform.access.AccessLogReader.Look;
import org.trivsel.platform.access.EmergencyAccess;
import org.trivsel.platform.access.LookTexts;
import org.trivsel.platform.access.Purpose;
import org.trivsel.platform.identity.CurrentUser;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;

/** The access log for managers and auditors, and the part of it that goes to the person concerned (GDPR art. 15). */
@Controller
class AccessLogPages {

    private static final int PAGE = 50;

    private final AccessLogReader log;
    private final EmergencyAccess emergency;
    private final LookTexts looks;
    private final Users users;
    private final CurrentUser current;
    private final MessageSource messages;
    private final Clock clock;

    AccessLogPages(
            AccessLogReader log,
            EmergencyAccess emergency,
            LookTexts looks,
            Users users,
            CurrentUser current,
            MessageSource messages,
            Clock clock) {
        this.log = log;
        this.emergency = emergency;
        this.looks = looks;
        this.users = users;
        this.current = current;
        this.messages = messages;
        this.clock = clock;
    }

    record LookRow(long id, String at, String who, @Nullable String caseRef, String what, String why) {}

    record OpeningRow(long id, String caseRef, String who, String at, String reason) {}

    @GetMapping("/access-log")
    String show(
            @RequestParam(required = false) @Nullable String caseRef,
            @RequestParam(required = false) @Nullable String username,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String purpose,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable Long before,
            Model model,
            Locale locale) {
        User reader = current.get();
        AccessLogReader.Wanted wanted = wanted(caseRef, username, person, purpose, from, until, before);
        List<Look> found = log.page(reader, wanted);
        model.addAttribute("wanted", wanted);
        model.addAttribute(
                "rows",
                found.stream().limit(PAGE).map(look -> row(look, locale)).toList());
        model.addAttribute("next", found.size() > PAGE ? found.get(PAGE - 1).id() : null);
        model.addAttribute("purposes", Purpose.values());
        model.addAttribute("users", users.all());
        model.addAttribute(
                "openings",
                emergency.toReview(reader).stream()
                        .map(one -> new OpeningRow(
                                one.id(),
                                one.caseRef(),
                                users.displayName(one.username()),
                                format(FormatStyle.SHORT, locale).format(one.openedAt()),
                                one.reason()))
                        .toList());
        return "access-log";
    }

    /** Who looked stays with the authority: the person concerned learns when, what and why. */
    @GetMapping("/access-log/export")
    ResponseEntity<byte[]> export(
            @RequestParam(required = false) @Nullable String caseRef,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            Locale locale) {
        List<Look> found = log.export(current.get(), wanted(caseRef, null, person, null, from, until, null));
        StringBuilder text = new StringBuilder("\uFEFF"); // spreadsheets take it for UTF-8 only then
        try (CSVPrinter csv =
                new CSVPrinter(text, CSVFormat.EXCEL.builder().setDelimiter(';').get())) {
            csv.printRecord(Stream.of("at", "case", "what", "why")
                    .map(key -> text("log." + key, locale))
                    .toList());
            for (Look look : found) {
                csv.printRecord(
                        format(FormatStyle.SHORT, locale).format(look.at()),
                        look.caseRef(),
                        looks.describe(look.what(), locale),
                        text("purpose." + look.purpose(), locale));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("trivsel-access-log.csv")
                                .build()
                                .toString())
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static AccessLogReader.Wanted wanted(
            @Nullable String caseRef,
            @Nullable String username,
            @Nullable String person,
            @Nullable String purpose,
            @Nullable String from,
            @Nullable String until,
            @Nullable Long before) {
        return new AccessLogReader.Wanted(
                orNull(caseRef),
                orNull(username),
                orNull(person),
                Stream.of(Purpose.values())
                        .filter(one -> one.name().equals(purpose))
                        .findFirst()
                        .orElse(null),
                day(from),
                day(until),
                before);
    }

    private LookRow row(Look look, Locale locale) {
        return new LookRow(
                look.id(),
                format(FormatStyle.MEDIUM, locale).format(look.at()),
                users.displayName(look.username()),
                look.caseRef(),
                looks.describe(look.what(), locale),
                text("purpose." + look.purpose(), locale));
    }

    private DateTimeFormatter format(FormatStyle style, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, style)
                .withLocale(locale.getLanguage().equals("en") ? Locale.UK : locale)
                .withZone(clock.getZone());
    }

    private String text(String key, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, key, locale));
    }

    private static @Nullable String orNull(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static @Nullable LocalDate day(@Nullable String day) {
        try {
            return day == null || day.isEmpty() ? null : LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
