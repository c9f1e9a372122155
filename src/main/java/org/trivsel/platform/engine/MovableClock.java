package org.trivsel.platform.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** One clock for our code and the engine. It runs with real time unless the demo or a test moves it. */
public final class MovableClock extends Clock {

    private final ZoneId zone;
    private volatile Duration offset = Duration.ZERO;

    public MovableClock(ZoneId zone) {
        this.zone = zone;
    }

    /** Moves this clock and the engine's together; both go on running from there. */
    public void moveTo(Instant instant) {
        setOffset(Duration.between(Instant.now(), instant));
    }

    public Duration offset() {
        return offset;
    }

    public void setOffset(Duration offset) {
        this.offset = offset;
        ClockUtil.offset(offset.toMillis());
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same movable time, read in another zone. */
    @Override
    public Clock withZone(ZoneId other) {
        MovableClock original = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return original.instant();
            }

            @Override
            public ZoneId getZone() {
                return other;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return original.withZone(zone);
            }
        };
    }
}
