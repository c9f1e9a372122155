package org.trivsel.platform.worklist;

import java.time.Clock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.data.Columns;

/** Reports by the key their sender gave them: the same sent twice is recorded once. */
@Repository
public class ReceivedReports {

    private final JdbcClient jdbc;
    private final Clock clock;

    ReceivedReports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return whether this is the first time; two at once get one yes */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean isFirst(String caseRef, String key, String message) {
        try {
            jdbc.sql("insert into received_report (case_ref, report_key, message, at) values (?, ?, ?, ?)")
                    .params(caseRef, key, message, Columns.utc(clock.instant()))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** What could not be started was not received. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void forget(String caseRef, String key) {
        jdbc.sql("delete from received_report where case_ref = ? and report_key = ?")
                .params(caseRef, key)
                .update();
    }
}
