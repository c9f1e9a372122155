package org.trivsel.practice.casefile;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.trivsel.platform.data.WholeDays;
import org.trivsel.platform.deadline.DeadlineDates;
import org.trivsel.platform.deadline.DeadlineRegister;
import org.trivsel.platform.deadline.Deadlines;
import org.trivsel.platform.deadline.RunningDeadline;

/** The deadlines of a case whose clocks run, in the order they fall due. */
@Component
public class CaseDeadlines {

    /** Deadlines by what starts their clock; the others are due dates of tasks. */
    private static final Map<String, List<String>> CLOCKS = Map.of(
            "NOTIFICATION", List.of("T-24H"),
            "AWARENESS", List.of("T-BFU"),
            "CONSENT", List.of("T-L1", "T-TOTAL"),
            "DECISION_32", List.of("T-PLAN91", "T-95"),
            "FIRST_PLAN_MEETING", List.of("T-PLAN"),
            "OBSERVATION_START", List.of("T-OBSMIN", "T-OBSPLAN", "T-OBSMAX"),
            "DUE_DATE", List.of("T-BIRTH"),
            "RETURN_DECISION", List.of("T-HOME"),
            "LVU_CARE", List.of("T-LVU6"),
            "AFTER_CONTACT", List.of("T-AFTER", "T-AFTER12"));

    private static final String LEVEL_ONE = "T-L1";

    private static final Set<String> SWEDEN_HAS_NOT = Set.of("T-95", "T-PLAN91");

    private final Deadlines deadlines;
    private final DeadlineDates dates;
    private final DeadlineRegister register;
    private final MessageSource messages;
    private final Clock clock;

    CaseDeadlines(
            Deadlines deadlines, DeadlineDates dates, DeadlineRegister register, MessageSource messages, Clock clock) {
        this.register = register;
        this.deadlines = deadlines;
        this.dates = dates;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param past whether it needs nobody any more: its work is done, or its day went by without anything to do
     * @param late whether the day is over and the work is not done
     */
    public record DeadlineView(
            String key,
            String title,
            Instant dueAt,
            @Nullable Instant earliestAt,
            boolean statutory,
            boolean past,
            boolean late) {}

    List<DeadlineView> of(SafetyCase found, Locale locale) {
        Instant now = clock.instant();
        List<DeadlineView> views = new ArrayList<>();
        Set<String> started = dates.startedOf(found.caseRef()).keySet();
        Map<String, RunningDeadline> rows = register.oneOfEachRule(found.caseRef());
        CLOCKS.forEach((start, keys) -> keys.stream()
                .filter(key -> started.contains(start))
                .filter(key -> found.country().equals("DK") || !SWEDEN_HAS_NOT.contains(key))
                .forEach(key -> {
                    Instant due = deadlines.dueAt(key, found.caseRef());
                    Instant earliest = deadlines.earliestAt(key, found.caseRef());
                    RunningDeadline row = rows.get(key);
                    boolean runs = row != null && row.endedAt() == null;
                    boolean past = !runs && isPast(key, row != null, due, found, now);
                    views.add(new DeadlineView(
                            key,
                            messages.getMessage("deadline." + key, null, locale),
                            due,
                            earliest.equals(due) ? null : earliest,
                            deadlines.isStatutory(key),
                            past,
                            runs
                                    ? row.isLate(now, clock.getZone())
                                    : !past
                                            && WholeDays.end(due, clock.getZone())
                                                    .isBefore(now)));
                }));
        views.sort(Comparator.comparing(DeadlineView::dueAt));
        return views;
    }

    /** @param ran whether it was watched and is no more; level 1 is several tasks and over when the last of them is */
    private static boolean isPast(String key, boolean ran, Instant due, SafetyCase found, Instant now) {
        if (found.isClosed()) {
            return true;
        }
        return key.equals(LEVEL_ONE) ? CaseOverview.level(found.state()) > 1 : ran || due.isBefore(now);
    }
}
