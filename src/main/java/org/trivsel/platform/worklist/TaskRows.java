package org.trivsel.platform.worklist;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.trivsel.platform.data.DateTexts;
import org.trivsel.platform.data.WholeDays;
import org.trivsel.platform.deadline.Deadlines;
import org.trivsel.platform.deadline.RulesInModels;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;

/** Tasks as rows on a page: what, about whom, whose, due when. */
@Component
public class TaskRows {

    private static final int NO_DUE_DATE_YEAR = 9999;
    private static final int SOON = 14;
    /** So many letters of an agreement's words stand in a row. */
    private static final int SUBJECT = 60;

    private final ProcessTexts texts;
    private final PersonNames names;
    private final List<TaskSubjects> subjects;
    private final Users users;
    private final RulesInModels rules;
    private final Deadlines deadlines;
    private final DeadlineNames deadlineNames;
    private final DateTexts dates;
    private final MessageSource messages;
    private final Clock clock;

    TaskRows(
            ProcessTexts texts,
            PersonNames names,
            List<TaskSubjects> subjects,
            Users users,
            RulesInModels rules,
            Deadlines deadlines,
            DeadlineNames deadlineNames,
            DateTexts dates,
            MessageSource messages,
            Clock clock) {
        this.rules = rules;
        this.deadlines = deadlines;
        this.deadlineNames = deadlineNames;
        this.dates = dates;
        this.texts = texts;
        this.names = names;
        this.subjects = subjects;
        this.users = users;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param when how long it still is, in words; empty where there is no date
     * @param window the first day on which it makes sense, where the rule has one (the plan: not before day 7)
     * @param why which rule of the method or the law sets the date
     */
    public record Row(
            String id,
            @Nullable String caseRef,
            String name,
            @Nullable String assignee,
            String due,
            boolean late,
            String when,
            @Nullable String window,
            @Nullable String why) {}

    /** One reader's look: remembers the names it has asked for. */
    public final class Look {

        private final User reader;
        private final Locale locale;
        private final Map<String, Map<String, String>> known = new HashMap<>();

        private Look(User reader, Locale locale) {
            this.reader = reader;
            this.locale = locale;
        }

        public Row row(WorklistTask task) {
            String about = about(task);
            String name = texts.name(task, locale) + (about == null ? "" : " · " + about);
            String assignee = task.assignee() == null ? null : users.displayName(task.assignee());
            Optional<String> rule =
                    deadlines.meantFor(task.caseRef(), rules.all(task.processDefinitionId(), task.taskKey()));
            return new Row(
                    task.id(),
                    task.caseRef(),
                    name,
                    assignee,
                    due(task, locale),
                    isLate(task),
                    when(task, locale),
                    rule.flatMap(key -> window(task, key, locale)).orElse(null),
                    rule.or(() -> rules.agreedOf(task.processDefinitionId(), task.taskKey())
                                    .map(deadlines::ruleOfAgreed))
                            .map(key -> deadlineNames.ofRule(key, locale))
                            .orElse(null));
        }

        public @Nullable String about(WorklistTask task) {
            if (task.element() == null) {
                return null;
            }
            if (task.caseRef() == null) {
                return task.element();
            }
            String name = known.computeIfAbsent(task.caseRef(), ref -> names.byId(ref, reader))
                    .get(task.element());
            return name != null ? name : subject(task.caseRef(), task.element());
        }
    }

    private String subject(String caseRef, String element) {
        return subjects.stream()
                .flatMap(one -> one.subject(caseRef, element).stream())
                .map(words ->
                        words.length() > SUBJECT ? words.substring(0, SUBJECT).strip() + "…" : words)
                .findFirst()
                .orElse(element);
    }

    public Look look(User reader, Locale locale) {
        return new Look(reader, locale);
    }

    private Optional<String> window(WorklistTask task, String rule, Locale locale) {
        if (task.caseRef() == null || !deadlines.hasWindow(rule)) {
            return Optional.empty();
        }
        Instant earliest = deadlines.earliestAt(rule, task.caseRef());
        return earliest.isAfter(clock.instant())
                ? Optional.of(
                        messages.getMessage("tasks.earliest", new Object[] {dates.date(earliest, locale)}, locale))
                : Optional.empty();
    }

    /** "in 4 days", "2 days late"; what is further off than two weeks is said by its date alone. */
    private String when(WorklistTask task, Locale locale) {
        LocalDate due = LocalDate.ofInstant(task.dueAt(), clock.getZone());
        if (due.getYear() >= NO_DUE_DATE_YEAR) {
            return "";
        }
        long days = ChronoUnit.DAYS.between(LocalDate.now(clock), due);
        if (days > SOON) {
            return "";
        }
        String key = days == 0
                ? "tasks.when.today"
                : days == 1
                        ? "tasks.when.tomorrow"
                        : days > 1 ? "tasks.when.days" : days == -1 ? "tasks.when.yesterday" : "tasks.when.late";
        return messages.getMessage(key, new Object[] {Math.abs(days)}, locale);
    }

    public String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    public boolean isLate(WorklistTask task) {
        return WholeDays.end(task.dueAt(), clock.getZone()).isBefore(clock.instant());
    }

    public String due(WorklistTask task, Locale locale) {
        Instant due = task.dueAt();
        ZonedDateTime local = due.atZone(clock.getZone());
        if (local.getYear() >= NO_DUE_DATE_YEAR) {
            return messages.getMessage("tasks.nodue", null, locale);
        }
        return messages.getMessage(
                isLate(task) ? "tasks.late" : "tasks.due", new Object[] {dates.date(due, locale)}, locale);
    }
}
