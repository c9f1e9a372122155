package org.trivsel.platform.access;

import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who looked at what, when and why. Data subjects have a right to the dates and purposes (spec 4.8). */
@Component
public class AccessLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    AccessLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void record(String username, @Nullable String caseRef, String what, Purpose purpose) {
        jdbc.sql("insert into access_log (at, username, case_ref, what, purpose) values (?, ?, ?, ?, ?)")
                .params(clock.instant().atOffset(ZoneOffset.UTC), username, caseRef, what, purpose.name())
                .update();
    }
}
