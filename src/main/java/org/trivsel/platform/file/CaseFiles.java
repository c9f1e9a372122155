package org.trivsel.platform.file;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;
import org.trivsel.platform.access.CaseAccess;
import org.trivsel.platform.access.CaseNotFound;
import org.trivsel.platform.access.Purpose;
import org.trivsel.platform.data.Columns;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.worklist.TaskNotFound;
import org.trivsel.platform.worklist.VisibleTasks;
import org.trivsel.platform.worklist.WorklistTask;

/**
 * Scans, drawings and letters that came with a task. Whoever may read the case's files has them from its page; whoever
 * added one may take it back while the task is open, and that it was there stays.
 */
@Service
public class CaseFiles {

    private static final int LONGEST_NAME = 150;

    private final VisibleTasks visible;
    private final FileTypes types;
    private final FileContents contents;
    private final FileRule rule;
    private final CaseAccess access;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final DataSize largest;

    CaseFiles(
            VisibleTasks visible,
            FileTypes types,
            FileContents contents,
            FileRule rule,
            CaseAccess access,
            JdbcClient jdbc,
            Clock clock,
            @Value("${trivsel.files.max-size}") DataSize largest) {
        this.visible = visible;
        this.types = types;
        this.contents = contents;
        this.rule = rule;
        this.access = access;
        this.jdbc = jdbc;
        this.clock = clock;
        this.largest = largest;
    }

    /**
     * @param taskKey what the task is called in the texts; @param taskName as the model calls it
     * @param size in bytes
     * @param removedBy who took it back: its bytes are gone then
     * @param secret only for the child's caseworker and who added it
     */
    public record CaseFile(
            long id,
            String caseRef,
            String taskId,
            String taskKey,
            String taskName,
            String name,
            String type,
            long size,
            String addedBy,
            Instant addedAt,
            @Nullable String removedBy,
            boolean secret) {}

    public DataSize largest() {
        return largest;
    }

    /**
     * Keeps a file with a task. The same bytes twice from one person are one file, so that a second click does no harm.
     *
     * @param size in bytes; what is too large is not read
     * @throws FileRefused with what is wrong with it
     * @throws TaskNotFound when the user may not see the task, or it belongs to no case
     */
    @Transactional
    public void add(User user, String taskId, String givenName, long size, InputStreamSource source)
            throws IOException {
        WorklistTask task = task(user, taskId);
        String name = clean(givenName);
        if (size == 0) {
            throw new FileRefused("empty", name);
        }
        if (size > largest.toBytes()) {
            throw new FileRefused("large", name);
        }
        byte[] content = source.getInputStream().readAllBytes();
        String type = types.of(name, content);
        String hash = sha256(content);
        if (isThere(user, taskId, hash)) {
            return;
        }
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into case_file (case_ref, task_id, task_key, task_name, name, type, size, sha256, added_by,"
                        + " added_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        task.caseRef(),
                        taskId,
                        task.textKey(),
                        task.name(),
                        name,
                        type,
                        content.length,
                        hash,
                        user.username(),
                        Columns.utc(clock.instant()))
                .update(key, "id");
        contents.keep(key.getKeyAs(Long.class), content);
    }

    /** Takes a file back that was added by mistake: by whoever added it, while the task is open. */
    @Transactional
    public void remove(User user, String taskId, long id) {
        task(user, taskId);
        int removed = jdbc.sql("update case_file set removed_by = ?, removed_at = ?"
                        + " where id = ? and task_id = ? and added_by = ? and removed_by is null")
                .params(user.username(), Columns.utc(clock.instant()), id, taskId, user.username())
                .update();
        if (removed > 0) {
            contents.drop(id);
        }
    }

    /** Those of a task, also the ones that were taken back; the oldest first. Nothing for who may not read them. */
    public List<CaseFile> ofTask(User user, String taskId) {
        return readable(user, list("task_id = ? order by id", taskId));
    }

    /** Those of a case, also the ones that were taken back: that they were there outlives the task. The newest first. */
    public List<CaseFile> ofCase(User user, String caseRef) {
        return readable(user, list("case_ref = ? order by id desc", caseRef));
    }

    /** A file and its bytes. */
    public record Download(CaseFile file, byte[] content) {}

    /**
     * Opens a file; the log of the case says so.
     *
     * @throws CaseNotFound when the user may not see the case or the file, or there is none
     */
    public Download open(User user, String caseRef, long id) {
        access.require(user, caseRef, "file", Purpose.CASE_WORK);
        List<CaseFile> found = list("id = ? and removed_by is null", id).stream()
                .filter(one -> one.caseRef().equals(caseRef))
                .toList();
        CaseFile file = readable(user, found).stream().findFirst().orElseThrow(() -> new CaseNotFound(caseRef));
        return new Download(file, contents.of(id));
    }

    /** What a child has said of a drawing holds from the moment its conversation is written down. */
    @EventListener
    void secret(KeptSecret kept) {
        jdbc.sql("update case_file set secret = true where id = ? and case_ref = ?")
                .params(kept.fileId(), kept.caseRef())
                .update();
    }

    /** @param files of one case */
    private List<CaseFile> readable(User user, List<CaseFile> files) {
        if (files.isEmpty()) {
            return files;
        }
        String caseRef = files.get(0).caseRef();
        boolean others = rule.mayRead(user, caseRef);
        boolean secrets = others && files.stream().anyMatch(CaseFile::secret) && rule.mayReadSecrets(user, caseRef);
        return files.stream()
                .filter(one -> one.addedBy().equals(user.username()) || (one.secret() ? secrets : others))
                .toList();
    }

    /** @throws TaskNotFound when the user may not see the task, or it belongs to no case */
    public void requireTask(User user, String taskId) {
        task(user, taskId);
    }

    private WorklistTask task(User user, String taskId) {
        WorklistTask task = visible.get(user, taskId);
        if (task.caseRef() == null) {
            throw new TaskNotFound(taskId);
        }
        return task;
    }

    /** The last part of a path, without what a screen does not show; its ending stays. */
    private static String clean(String given) {
        String name = Normalizer.normalize(given, Normalizer.Form.NFC)
                .replaceAll("^.*[/\\\\]", "")
                .replaceAll("[\\p{Cntrl}\\p{Cf}]", "")
                .strip();
        int dot = name.lastIndexOf('.');
        if (name.length() > LONGEST_NAME && dot > 0 && name.length() - dot < LONGEST_NAME) {
            return cut(name, LONGEST_NAME - (name.length() - dot)) + name.substring(dot);
        }
        return cut(name, LONGEST_NAME);
    }

    /** Never through the middle of a character, which a database would refuse. */
    private static String cut(String name, int longest) {
        if (name.length() <= longest) {
            return name;
        }
        boolean between = longest > 0 && Character.isHighSurrogate(name.charAt(longest - 1));
        return name.substring(0, between ? longest - 1 : longest);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private boolean isThere(User user, String taskId, String hash) {
        return jdbc.sql("select count(*) from case_file where task_id = ? and added_by = ? and sha256 = ?"
                                + " and removed_by is null")
                        .params(taskId, user.username(), hash)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private List<CaseFile> list(String where, Object value) {
        return jdbc.sql("select * from case_file where " + where)
                .param(value)
                .query(CaseFiles::read)
                .list();
    }

    private static CaseFile read(ResultSet row, int number) throws SQLException {
        return new CaseFile(
                row.getLong("id"),
                row.getString("case_ref"),
                row.getString("task_id"),
                row.getString("task_key"),
                row.getString("task_name"),
                row.getString("name"),
                row.getString("type"),
                row.getLong("size"),
                row.getString("added_by"),
                Columns.instant(row, "added_at"),
                row.getString("removed_by"),
                row.getBoolean("secret"));
    }
}
