package org.trivsel.demo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.Answers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trivsel.platform.engine.MovableClock;

class DemoAtStartTest {

    private final DemoUsers users = mock();
    private final DemoClock clock = mock();
    private final CasePlayer player = mock();
    private final GeneratedCases generated = mock();
    private final JdbcClient jdbc = mock(Answers.RETURNS_DEEP_STUBS);

    @Test
    void playsNothingWhenACaseIsThere() {
        cases(1);
        start(true);
        verify(users).register();
        verify(player, never()).play(anyList(), any(), any());
    }

    @Test
    void playsNothingWhenToldNotTo() {
        cases(0);
        start(false);
        verify(users).register();
        verify(player, never()).play(anyList(), any(), any());
    }

    @Test
    void startsAlthoughACaseCannotBePlayed() {
        cases(0);
        CaseScript script = new CaseScript("broken", null, List.of());
        CaseScript.Step step =
                new CaseScript.Step(DemoAtStart.TODAY, "signe", null, "UserTask_X", null, null, null, null);
        doThrow(new CasePlayer.StepFailed(script, step, "wrong", null))
                .when(player)
                .play(anyList(), any(), any());
        assertThatCode(() -> start(true)).doesNotThrowAnyException();
        verify(clock).remember();
    }

    private void cases(long count) {
        when(jdbc.sql(any()).query(Long.class).single()).thenReturn(count);
    }

    private void start(boolean play) {
        new DemoAtStart(
                        users,
                        clock,
                        player,
                        generated,
                        new MovableClock(ZoneId.of("Europe/Copenhagen")),
                        jdbc,
                        new ObjectMapper(),
                        play)
                .start();
    }
}
