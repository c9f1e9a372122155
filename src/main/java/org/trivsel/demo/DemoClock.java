package org.trivsel.demo;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.PostConstruct;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.trivsel.platform.engine.MovableClock;
import org.trivsel.platform.engine.TimeMachine;

/** The demo's movable clock: what came due runs before the answer. It survives a restart. */
@RestController
@RequestMapping("/api/demo/clock")
@Profile("demo")
@Tag(name = "demo")
class DemoClock {

    private final MovableClock clock;
    private final TimeMachine time;
    private final JdbcClient jdbc;

    DemoClock(MovableClock clock, TimeMachine time, JdbcClient jdbc) {
        this.clock = clock;
        this.time = time;
        this.jdbc = jdbc;
    }

    record Now(ZonedDateTime now) {}

    /** @param advance ISO-8601, such as P7D or PT12H; @param to a moment, with or without an offset */
    record Move(@Nullable String advance, @Nullable String to) {}

    @PostConstruct
    void restore() {
        jdbc.sql("select offset_millis from demo_clock where id = 1")
                .query(Long.class)
                .optional()
                .ifPresent(offset -> clock.setOffset(Duration.ofMillis(offset)));
    }

    @GetMapping
    Now now() {
        return new Now(ZonedDateTime.now(clock));
    }

    @PostMapping
    Now move(@RequestBody Move move) {
        try {
            moveTo(target(move));
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, e.getMessage());
        }
        return now();
    }

    void moveTo(Instant target) {
        time.moveTo(target);
        remember();
    }

    void startAt(Instant beginning) {
        time.startAt(beginning);
        remember();
    }

    private Instant target(Move move) {
        ZonedDateTime now = ZonedDateTime.now(clock);
        ZonedDateTime target;
        if (move.advance() != null) {
            target = move.advance().startsWith("PT")
                    ? now.plus(Duration.parse(move.advance()))
                    : now.plus(Period.parse(move.advance()));
        } else if (move.to() != null) {
            boolean offset = move.to().matches(".*T.*([Z+]|-\\d{2}:\\d{2})(\\d{2}:\\d{2})?$");
            target = offset
                    ? OffsetDateTime.parse(move.to()).atZoneSameInstant(clock.getZone())
                    : LocalDateTime.parse(move.to()).atZone(clock.getZone());
        } else {
            throw new IllegalArgumentException("advance or to is needed");
        }
        if (target.isAfter(now.plusYears(5))) {
            throw new IllegalArgumentException("the demo clock moves at most five years at once");
        }
        return target.toInstant();
    }

    void remember() {
        long offset = clock.offset().toMillis();
        int updated = jdbc.sql("update demo_clock set offset_millis = ? where id = 1")
                .param(offset)
                .update();
        if (updated == 0) {
            jdbc.sql("insert into demo_clock (id, offset_millis) values (1, ?)")
                    .param(offset)
                    .update();
        }
    }
}
