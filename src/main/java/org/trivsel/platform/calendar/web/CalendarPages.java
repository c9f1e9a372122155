package org.trivsel.platform.calendar.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.trivsel.platform.calendar.Calendar;
import org.trivsel.platform.calendar.CalendarEntry;
import org.trivsel.platform.identity.CurrentUser;

/** The calendar: a day, a week or a month, mine or my team's, each date with its reason and its case. */
@Controller
class CalendarPages {

    private static final int FIRST_YEAR = 2009;
    private static final int LAST_YEAR = 2100;

    private final Calendar calendar;
    private final CurrentUser current;
    private final Clock clock;

    CalendarPages(Calendar calendar, CurrentUser current, Clock clock) {
        this.calendar = calendar;
        this.current = current;
        this.clock = clock;
    }

    enum View {
        DAY,
        WEEK,
        MONTH
    }

    record Entry(CalendarEntry entry, String time) {}

    record Day(LocalDate date, String title, String number, boolean today, boolean otherMonth, List<Entry> entries) {}

    /** What is no date, view or person shows this week of mine: an old link must not end in an error. */
    @GetMapping("/calendar")
    String page(
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String date,
            @RequestParam(required = false) @Nullable String whose,
            Model model,
            Locale locale) {
        LocalDate today = LocalDate.now(clock);
        View shown = view(view);
        LocalDate day = date(date, today);
        boolean team = "team".equals(whose);
        LocalDate first = first(shown, day);
        LocalDate end = end(shown, day);
        List<CalendarEntry> entries = calendar.between(current.get(), !team, start(first), start(end), locale);
        List<Day> days = first.datesUntil(end)
                .map(one -> day(one, day, shown, entries, locale))
                .toList();
        model.addAttribute("view", shown.name().toLowerCase(Locale.ROOT));
        model.addAttribute(
                "views",
                Stream.of(View.values())
                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                        .toList());
        model.addAttribute("whose", team ? "team" : "me");
        model.addAttribute("date", day);
        model.addAttribute("today", today);
        model.addAttribute("before", step(shown, day, -1));
        model.addAttribute("after", step(shown, day, 1));
        model.addAttribute("title", title(shown, first, day, locale));
        model.addAttribute("days", days);
        model.addAttribute("weeks", weeks(days));
        model.addAttribute("empty", days.stream().allMatch(one -> one.entries().isEmpty()));
        return "calendar";
    }

    private Day day(LocalDate date, LocalDate chosen, View view, List<CalendarEntry> entries, Locale locale) {
        LocalDate today = LocalDate.now(clock);
        List<Entry> onDay = entries.stream()
                .filter(one -> date.equals(shownOn(one, today)))
                .map(one -> new Entry(one, time(one, locale)))
                .toList();
        return new Day(
                date,
                DateTimeFormatter.ofPattern("EEEE d MMMM", locale).format(date),
                String.valueOf(date.getDayOfMonth()),
                date.equals(today),
                view == View.MONTH && date.getMonth() != chosen.getMonth(),
                onDay);
    }

    /** What is late stands on today. */
    private LocalDate shownOn(CalendarEntry entry, LocalDate today) {
        return entry.late() ? today : LocalDate.ofInstant(entry.at(), clock.getZone());
    }

    private String time(CalendarEntry entry, Locale locale) {
        ZonedDateTime at = entry.at().atZone(clock.getZone());
        return entry.late()
                ? DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(at)
                : DateTimeFormatter.ofPattern("HH:mm").format(at);
    }

    private static List<List<Day>> weeks(List<Day> days) {
        return Stream.iterate(0, i -> i + 7)
                .limit((days.size() + 6) / 7)
                .map(from -> days.subList(from, Math.min(from + 7, days.size())))
                .toList();
    }

    private static LocalDate first(View view, LocalDate day) {
        return switch (view) {
            case DAY -> day;
            case WEEK -> monday(day);
            case MONTH -> monday(day.withDayOfMonth(1));
        };
    }

    private static LocalDate end(View view, LocalDate day) {
        return switch (view) {
            case DAY -> day.plusDays(1);
            case WEEK -> monday(day).plusWeeks(1);
            case MONTH -> monday(day.with(TemporalAdjusters.lastDayOfMonth())).plusWeeks(1);
        };
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static LocalDate step(View view, LocalDate day, int way) {
        return switch (view) {
            case DAY -> day.plusDays(way);
            case WEEK -> day.plusWeeks(way);
            case MONTH -> day.plusMonths(way);
        };
    }

    private static String title(View view, LocalDate first, LocalDate day, Locale locale) {
        return switch (view) {
            case DAY -> DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", locale).format(day);
            case WEEK ->
                DateTimeFormatter.ofPattern("d MMMM", locale).format(first) + " – "
                        + DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(first.plusDays(6));
            case MONTH -> DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(day);
        };
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    private static View view(@Nullable String wanted) {
        return Stream.of(View.values())
                .filter(one -> one.name().equalsIgnoreCase(String.valueOf(wanted)))
                .findFirst()
                .orElse(View.WEEK);
    }

    private static LocalDate date(@Nullable String wanted, LocalDate today) {
        try {
            LocalDate date = wanted == null ? today : LocalDate.parse(wanted);
            return date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR ? today : date;
        } catch (DateTimeException e) {
            return today;
        }
    }
}
