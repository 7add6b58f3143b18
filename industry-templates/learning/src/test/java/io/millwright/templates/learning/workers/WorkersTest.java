package io.millwright.templates.learning.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void whatIsMadeStandsInOrder(int threads) throws Exception {
        assertThat(new Workers(threads).map(7, index -> index * index)).containsExactly(0, 1, 4, 9, 16, 25, 36);
    }

    @Test
    void severalThreadsWorkAtTheSameTime() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        // neither passes the barrier before the other is there
        new Workers(2).each(2, index -> passed(both));
        assertThat(both.isBroken()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aFaultReachesTheCallerAsItIs(int threads) {
        IllegalArgumentException fault = new IllegalArgumentException("the third");
        assertThatThrownBy(() -> new Workers(threads).each(4, index -> {
                    if (index == 2) {
                        throw fault;
                    }
                }))
                .isSameAs(fault);
    }

    @Test
    void aThreadThatWasAskedToStopDoesNothing() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> new Workers(1).map(2, index -> index)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    private static void passed(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception alone) {
            throw new AssertionError("the other did not come", alone);
        }
    }
}
