package io.millwright.broker.internal;

import io.millwright.broker.JobAttempt;
import io.millwright.broker.JobCost;
import io.millwright.broker.Tariff;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Turns held resources into money. */
final class Costs {

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
    private static final double GIBIBYTE = 1 << 30;

    private Costs() {}

    /** @param trialByteSeconds memory that trials held beside the attempts; they share their cores */
    static JobCost of(
            List<JobAttempt> attempts,
            int cpus,
            int gpus,
            long memoryBytes,
            double trialByteSeconds,
            Tariff tariff,
            Instant now) {
        double seconds = 0;
        for (var attempt : attempts) {
            var end = attempt.endedAt() == null ? now : attempt.endedAt();
            seconds += Math.max(0, Duration.between(attempt.admittedAt(), end).toMillis()) / 1000.0;
        }
        var perHour = tariff.cpuHour()
                .multiply(BigDecimal.valueOf(cpus))
                .add(tariff.gpuHour().multiply(BigDecimal.valueOf(gpus)))
                .add(tariff.gibibyteHour().multiply(BigDecimal.valueOf(memoryBytes / GIBIBYTE)));
        var amount = perHour.multiply(BigDecimal.valueOf(seconds))
                .add(tariff.gibibyteHour().multiply(BigDecimal.valueOf(trialByteSeconds / GIBIBYTE)))
                .divide(SECONDS_PER_HOUR, 4, RoundingMode.HALF_UP);
        return new JobCost(seconds * cpus, seconds * gpus, amount, tariff.currency());
    }
}
