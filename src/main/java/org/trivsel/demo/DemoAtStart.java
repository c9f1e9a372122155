package org.trivsel.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trivsel.platform.engine.MovableClock;

/**
 * Prepares the demonstration when the application starts with the demo profile for the first time: users, the two example
 * cases and further families in every stage. It then is Monday 7 September 2026, eight in the morning. When a case is
 * there already, nothing is played.
 */
@Component
@Profile("demo")
class DemoAtStart implements SmartLifecycle {

    static final LocalDateTime BEGINNING = LocalDateTime.of(2026, 3, 2, 8, 0);
    static final LocalDateTime TODAY = LocalDateTime.of(2026, 9, 7, 8, 0);

    private static final Logger log = LoggerFactory.getLogger(DemoAtStart.class);

    private final DemoUsers users;
    private final DemoClock demoClock;
    private final CasePlayer player;
    private final GeneratedCases generated;
    private final MovableClock clock;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final boolean play;
    private volatile boolean started;

    DemoAtStart(
            DemoUsers users,
            DemoClock demoClock,
            CasePlayer player,
            GeneratedCases generated,
            MovableClock clock,
            JdbcClient jdbc,
            ObjectMapper json,
            @Value("${trivsel.demo.play:true}") boolean play) {
        this.users = users;
        this.demoClock = demoClock;
        this.player = player;
        this.generated = generated;
        this.clock = clock;
        this.jdbc = jdbc;
        this.json = json;
        this.play = play;
    }

    /** Before the web server opens: nobody meets a demonstration that is half played. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        started = true;
        users.register();
        if (play && !anyCase()) {
            playCases();
        }
    }

    @Override
    public void stop() {
        started = false;
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    /** A demonstration that cannot be played is no reason not to start: what went well so far is there. */
    private void playCases() {
        log.info("The demonstration is played for the first time; this takes half a minute");
        Instant begun = Instant.now();
        List<CaseScript> scripts = new ArrayList<>();
        try {
            scripts.add(CaseScript.read("case-a", json));
            scripts.add(CaseScript.read("case-b", json));
            scripts.addAll(generated.scripts());
            demoClock.startAt(BEGINNING.atZone(clock.getZone()).toInstant());
            player.play(scripts, BEGINNING, TODAY);
            log.info(
                    "Demo: {} cases played in {} s",
                    scripts.size(),
                    Duration.between(begun, Instant.now()).toSeconds());
        } catch (RuntimeException e) {
            log.error("The demo cases could not be played to the end: {}", e.getMessage(), e);
        }
        demoClock.remember();
    }

    private boolean anyCase() {
        return jdbc.sql("select count(*) from safety_case").query(Long.class).single() > 0;
    }
}
