package org.trivsel.platform.file.web;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trivsel.platform.data.DateTexts;
import org.trivsel.platform.file.CaseFiles;
import org.trivsel.platform.file.CaseFiles.CaseFile;
import org.trivsel.platform.identity.CurrentUser;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;
import org.trivsel.platform.worklist.ProcessTexts;

/** The files of a task or a case as a page lists them. */
@Component("fileLists")
class FileLists {

    private static final double KILO = 1024;

    private final CaseFiles files;
    private final CurrentUser current;
    private final Users users;
    private final ProcessTexts processes;
    private final DateTexts dates;

    FileLists(CaseFiles files, CurrentUser current, Users users, ProcessTexts processes, DateTexts dates) {
        this.files = files;
        this.current = current;
        this.users = users;
        this.processes = processes;
        this.dates = dates;
    }

    /** @param removedBy who took it back; @param mine whether the reader may */
    public record Row(
            long id,
            String caseRef,
            String name,
            String size,
            String task,
            String by,
            String at,
            @Nullable String removedBy,
            boolean mine) {}

    public List<Row> ofTask(String taskId, Locale locale) {
        User user = current.get();
        return files.ofTask(user, taskId).stream()
                .map(one -> row(one, user, locale))
                .toList();
    }

    public List<Row> ofCase(String caseRef, Locale locale) {
        User user = current.get();
        return files.ofCase(user, caseRef).stream()
                .map(one -> row(one, user, locale))
                .toList();
    }

    /** What the page says of the limit, such as "15 MB". */
    public String largest(Locale locale) {
        return size(files.largest().toBytes(), locale);
    }

    private Row row(CaseFile one, User user, Locale locale) {
        return new Row(
                one.id(),
                one.caseRef(),
                one.name(),
                size(one.size(), locale),
                processes.name(one.taskKey(), one.taskName(), locale),
                users.displayName(one.addedBy()),
                dates.moment(one.addedAt(), locale),
                one.removedBy() == null ? null : users.displayName(one.removedBy()),
                one.addedBy().equals(user.username()) && one.removedBy() == null);
    }

    static String size(long bytes, Locale locale) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(1);
        return bytes < KILO * KILO
                ? format.format(Math.max(1, Math.round(bytes / KILO))) + " kB"
                : format.format(bytes / KILO / KILO) + " MB";
    }
}
