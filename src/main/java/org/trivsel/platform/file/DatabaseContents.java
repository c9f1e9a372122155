package org.trivsel.platform.file;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files as rows, in parts that every database takes. */
@Repository
class DatabaseContents implements FileContents {

    private static final int PART = 512 * 1024;

    private final JdbcClient jdbc;

    DatabaseContents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(long fileId, byte[] content) {
        for (int part = 0; part * PART < content.length; part++) {
            int end = Math.min(content.length, (part + 1) * PART);
            jdbc.sql("insert into case_file_part (file_id, part, content) values (?, ?, ?)")
                    .params(fileId, part, Arrays.copyOfRange(content, part * PART, end))
                    .update();
        }
    }

    @Override
    public byte[] of(long fileId) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        jdbc.sql("select content from case_file_part where file_id = ? order by part")
                .param(fileId)
                .query(row -> {
                    whole.writeBytes(row.getBytes("content"));
                });
        return whole.toByteArray();
    }

    @Override
    public void drop(long fileId) {
        jdbc.sql("delete from case_file_part where file_id = ?").param(fileId).update();
    }
}
