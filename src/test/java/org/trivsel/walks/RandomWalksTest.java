package org.trivsel.walks;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;
import org.trivsel.platform.engine.MovableClock;

/**
 * Cases that live random lives: valid answers, events at any moment, leaps of the clock. After every step the invariants
 * of the method hold, and at the end every case can still be brought to an end.
 *
 * <p>Every build walks the same ones, so that a change fails for what it changed and not by chance. {@code -Dwalks=2000
 * -Dwalks.first=…} walks new ones, {@code -Dwalk.seed=…} one of them again. A walk that fails is printed step by step.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomWalksTest {

    private static final int WALKS = 60;
    private static final int MOST_STEPS = 200;

    private final Answers answers = new Answers();
    private WalkEngine engine;

    @BeforeAll
    void build() {
        // without an application around it the engine would log every statement
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        engine = new WalkEngine();
    }

    @AfterAll
    void close() {
        engine.get(MovableClock.class).setOffset(Duration.ZERO);
        engine.close();
        ClockUtil.reset();
    }

    @Test
    void everyWalkKeepsTheInvariantsAndCanEnd() {
        if (System.getProperty("walk.seed") != null) {
            walk(Long.parseLong(System.getProperty("walk.seed")));
            return;
        }
        int walks = Integer.getInteger("walks", WALKS);
        long first = Long.getLong("walks.first", 0);
        long began = System.nanoTime();
        long steps = 0;
        for (int i = 0; i < walks; i++) {
            steps += walk(first + i).steps().size();
        }
        System.out.printf(
                "%d random walks of %d steps in all, seeds from %d, took %d s%n",
                walks, steps, first, Duration.ofNanos(System.nanoTime() - began).toSeconds());
    }

    private Walk walk(long seed) {
        Walk walk = new Walk(engine, answers, seed);
        try {
            walk.walk(10 + new Random(seed).nextInt(MOST_STEPS - 9));
            return walk;
        } catch (RuntimeException | AssertionError e) {
            endAll();
            throw new AssertionError(
                    "walk %d failed: %s%nwalk it again with -Dwalk.seed=%d%n%s"
                            .formatted(
                                    seed,
                                    e.getMessage(),
                                    seed,
                                    walk.steps().stream().map(Object::toString).collect(Collectors.joining("\n"))),
                    e);
        }
    }

    private void endAll() {
        RuntimeService runtime = engine.get(RuntimeService.class);
        runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "the walk failed"));
    }
}
