package org.trivsel.platform.calendar;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.trivsel.platform.data.DateTexts;
import org.trivsel.platform.deadline.DeadlineRegister;
import org.trivsel.platform.deadline.RunningDeadline;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;
import org.trivsel.platform.worklist.CaseStaff;
import org.trivsel.platform.worklist.DeadlineNames;
import org.trivsel.platform.worklist.Worklist;
import org.trivsel.platform.worklist.WorklistTask;

/** Running deadlines as entries of a calendar. What is late stands on today, where it can be seen. */
@Component
class DeadlineEntries implements CalendarSource {

    /** By when the next visit has to be made says when it will come: it stays in the house. */
    private static final Set<String> STAYS_IN_THE_HOUSE = Set.of("T-VISIT");

    private final DeadlineRegister register;
    private final DeadlineNames names;
    private final Worklist worklist;
    private final CaseStaff staff;
    private final Users users;
    private final MessageSource messages;
    private final DateTexts dates;
    private final Clock clock;

    DeadlineEntries(
            DeadlineRegister register,
            DeadlineNames names,
            Worklist worklist,
            CaseStaff staff,
            Users users,
            MessageSource messages,
            DateTexts dates,
            Clock clock) {
        this.register = register;
        this.names = names;
        this.worklist = worklist;
        this.staff = staff;
        this.users = users;
        this.messages = messages;
        this.dates = dates;
        this.clock = clock;
    }

    @Override
    public List<CalendarEntry> between(
            User reader, Set<String> caseRefs, boolean mine, Instant from, Instant until, Locale locale) {
        Instant now = clock.instant();
        boolean todayIsShown = !now.isBefore(from) && now.isBefore(until);
        List<RunningDeadline> shown = register.due(caseRefs, until).stream()
                .filter(one -> !one.dueAt().isBefore(from) || (todayIsShown && one.isLate(now, clock.getZone())))
                .toList();
        Map<String, WorklistTask> tasks = worklist.byId(shown.stream()
                .map(RunningDeadline::taskId)
                .filter(Objects::nonNull)
                .toList());
        List<CalendarEntry> entries = new ArrayList<>();
        for (RunningDeadline one : shown) {
            boolean late = one.isLate(now, clock.getZone());
            Optional<WorklistTask> task = Optional.ofNullable(one.taskId()).map(tasks::get);
            String assignee = task.map(WorklistTask::assignee).orElse(null);
            if (!mine || isMine(one, task, assignee, reader)) {
                entries.add(entry(one, task, assignee, late, locale));
            }
        }
        return entries;
    }

    private CalendarEntry entry(
            RunningDeadline one, Optional<WorklistTask> task, @Nullable String assignee, boolean late, Locale locale) {
        String rule = names.ofRule(one.ruleKey(), locale);
        String what = names.of(one.ruleKey(), task, locale);
        String reason = rule.equals(what)
                ? messages.getMessage("calendar.since", new Object[] {dates.weekday(one.startedAt(), locale)}, locale)
                : rule;
        String source = one.statutory() ? messages.getMessage("calendar.law", new Object[] {reason}, locale) : reason;
        return new CalendarEntry(
                "deadline-" + one.id(),
                one.caseRef(),
                what,
                source,
                one.dueAt(),
                null,
                assignee == null ? null : users.displayName(assignee),
                late,
                one.statutory(),
                !STAYS_IN_THE_HOUSE.contains(one.ruleKey()),
                task.map(found -> "/tasks/" + found.id()).orElse("/cases/" + one.caseRef() + "/deadlines"));
    }

    private boolean isMine(RunningDeadline one, Optional<WorklistTask> task, @Nullable String assignee, User reader) {
        if (assignee != null) {
            return assignee.equals(reader.username());
        }
        String roles = task.map(found -> String.valueOf(found.candidateGroup())).orElse(one.reminded());
        return reader.roles().stream()
                .filter(role -> roles.contains(role.group()))
                .anyMatch(role ->
                        staff.hearing(one.caseRef(), role.group(), false).contains(reader.username()));
    }
}
