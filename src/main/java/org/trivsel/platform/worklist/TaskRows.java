package org.trivsel.platform.worklist;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;

/** Tasks as rows on a page: what, about whom, whose, due when. */
@Component
public class TaskRows {

    private static final int NO_DUE_DATE_YEAR = 9999;

    private final ProcessTexts texts;
    private final PersonNames names;
    private final Users users;
    private final MessageSource messages;
    private final Clock clock;

    TaskRows(ProcessTexts texts, PersonNames names, Users users, MessageSource messages, Clock clock) {
        this.texts = texts;
        this.names = names;
        this.users = users;
        this.messages = messages;
        this.clock = clock;
    }

    public record Row(String id, String name, @Nullable String assignee, String due, boolean late) {}

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
            return new Row(task.id(), name, assignee, due(task, locale), isLate(task));
        }

        public @Nullable String about(WorklistTask task) {
            if (task.element() == null) {
                return null;
            }
            return task.caseRef() == null
                    ? task.element()
                    : known.computeIfAbsent(task.caseRef(), ref -> names.byId(ref, reader))
                            .getOrDefault(task.element(), task.element());
        }
    }

    public Look look(User reader, Locale locale) {
        return new Look(reader, locale);
    }

    public boolean isLate(WorklistTask task) {
        return task.dueAt().isBefore(clock.instant());
    }

    public String due(WorklistTask task, Locale locale) {
        Instant due = task.dueAt();
        ZonedDateTime local = due.atZone(clock.getZone());
        if (local.getYear() >= NO_DUE_DATE_YEAR) {
            return messages.getMessage("tasks.nodue", null, locale);
        }
        String date = local.format(
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale));
        return messages.getMessage(isLate(task) ? "tasks.late" : "tasks.due", new Object[] {date}, locale);
    }
}
