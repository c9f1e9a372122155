package org.trivsel.practice.casepage;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.trivsel.platform.deadline.DeadlineDates;
import org.trivsel.platform.identity.CurrentUser;
import org.trivsel.platform.identity.Role;
import org.trivsel.platform.worklist.RunningEvents;
import org.trivsel.platform.worklist.TaskRows;
import org.trivsel.platform.worklist.WorkFreeze;
import org.trivsel.platform.worklist.Worklist;
import org.trivsel.practice.casefile.SafetyCases;

/** The banner of the case page: what happened, what stands still, who does what by when, and how it ends. */
@Component("eventBanner")
class EventBanner {

    private final RunningEvents running;
    private final WorkFreeze freeze;
    private final Worklist worklist;
    private final TaskRows rows;
    private final SafetyCases cases;
    private final DeadlineDates dates;
    private final CurrentUser current;
    private final MessageSource messages;
    private final Clock clock;

    EventBanner(
            RunningEvents running,
            WorkFreeze freeze,
            Worklist worklist,
            TaskRows rows,
            SafetyCases cases,
            DeadlineDates dates,
            CurrentUser current,
            MessageSource messages,
            Clock clock) {
        this.running = running;
        this.freeze = freeze;
        this.worklist = worklist;
        this.rows = rows;
        this.cases = cases;
        this.dates = dates;
        this.current = current;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param until the date everybody waits for, or null while somebody has a task */
    public record Banner(
            String key, String what, boolean freezes, List<TaskRows.Row> tasks, @Nullable String until, String ends) {}

    public List<Banner> of(String caseRef, Locale locale) {
        List<WorkFreeze.Hold> holds = freeze.holds(caseRef);
        TaskRows.Look look = rows.look(current.get(), locale);
        return running.of(caseRef).stream()
                .map(event -> new Banner(
                        event.processKey(),
                        text("exception." + event.processKey() + ".what", locale),
                        holds.stream().anyMatch(hold -> isHeldBy(hold, event)),
                        worklist.ofCase(caseRef).stream()
                                .filter(task -> task.processInstanceId().equals(event.instanceId()))
                                .map(look::row)
                                .toList(),
                        event.processKey().equals("pause") ? date(caseRef, locale) : null,
                        text("exception." + event.processKey() + ".ends", locale)))
                .filter(banner -> !banner.key().equals("acute-safety") || banner.freezes())
                .toList();
    }

    /** The call of a process holds the case still, or a task inside it does. */
    private static boolean isHeldBy(WorkFreeze.Hold hold, RunningEvents.Event event) {
        return hold.processKey().equals(event.processKey())
                || hold.element()
                        .toLowerCase(Locale.ROOT)
                        .equals("callactivity_" + event.processKey().replace("-", ""));
    }

    private @Nullable String date(String caseRef, Locale locale) {
        return dates.agreed(caseRef, "PAUSE_UNTIL")
                .map(until -> DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .withZone(clock.getZone())
                        .format(until))
                .orElse(null);
    }

    /** Whether the task stands still, and so cannot be submitted now. */
    public boolean isFrozen(@Nullable String taskId) {
        return taskId != null && worklist.find(taskId).filter(freeze::isFrozen).isPresent();
    }

    public boolean mayReopen(String caseRef) {
        return current.get().has(Role.CASEWORKER) && cases.get(caseRef).isClosed() && !cases.isReopened(caseRef);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, key, locale);
    }
}
