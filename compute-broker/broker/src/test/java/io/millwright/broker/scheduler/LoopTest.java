package io.millwright.broker.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoopTest {

    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void a_loop_that_is_started_always_does_its_first_round() throws InterruptedException {
        for (int i = 0; i < 2_000; i++) {
            var first = new CountDownLatch(1);
            var loop = new Loop("test", LONG, () -> {
                first.countDown();
                return LONG;
            });
            loop.start();
            assertThat(first.await(30, TimeUnit.SECONDS)).as("round " + i).isTrue();
            loop.stop();
            assertThat(loop.isRunning()).isFalse();
        }
    }

    @Test
    void a_call_ends_the_sleep_and_so_does_a_failure() throws InterruptedException {
        var rounds = new Semaphore(0);
        var loop = new Loop("test", Duration.ofMillis(1), () -> {
            rounds.release();
            if (rounds.availablePermits() == 2) {
                throw new IllegalStateException("once");
            }
            return LONG;
        });
        loop.start();
        assertThat(rounds.tryAcquire(1, 30, TimeUnit.SECONDS)).isTrue();
        rounds.release();
        loop.call();
        assertThat(rounds.tryAcquire(3, 30, TimeUnit.SECONDS))
                .as("the round after the failure")
                .isTrue();
        loop.callIn(Duration.ofMillis(20));
        assertThat(rounds.tryAcquire(1, 30, TimeUnit.SECONDS)).isTrue();
        loop.stop();
    }
}
