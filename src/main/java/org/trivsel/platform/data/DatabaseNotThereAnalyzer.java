package org.trivsel.platform.data;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A database that cannot be reached at start-up, said in a sentence instead of a stack trace. */
class DatabaseNotThereAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    /** H2: another process has the file open. */
    private static final int FILE_IN_USE = 90020;

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        if (cause.getErrorCode() == FILE_IN_USE) {
            return new FailureAnalysis(
                    "The database file is in use by another running Trivsel.",
                    "Stop the other one first, or start this one with another spring.datasource.url.",
                    cause);
        }
        if (state.startsWith("08") || state.startsWith("28") || state.equals("3D000")) {
            return new FailureAnalysis(
                    "The database cannot be reached: " + cause.getMessage(),
                    "Check that it runs and that TRIVSEL_DB_URL, TRIVSEL_DB_USER and TRIVSEL_DB_PASSWORD are right"
                            + " (docs/operations.md). Nothing was changed.",
                    cause);
        }
        return null;
    }
}
