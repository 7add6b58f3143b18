package io.millwright.broker.cluster;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything a cluster needs to start one job agent.
 *
 * @param attempt the name under which it will be found again
 * @param gateway base address of the job gateway for this attempt
 * @param token good for this attempt only; never written to a log, an environment or a file others can read
 * @param cpus cores, at least 1; 0 for an agent beside another
 * @param gpus GPUs, 0 or more
 * @param memoryBytes memory of agent and template process together
 * @param beside an agent that lends this one a core of its own and on whose node it has to be; null for none
 */
public record AgentPlacement(
        AttemptName attempt,
        URI gateway,
        String token,
        int cpus,
        int gpus,
        long memoryBytes,
        @Nullable AttemptName beside) {

    public AgentPlacement {
        Objects.requireNonNull(attempt);
        Objects.requireNonNull(gateway);
        Objects.requireNonNull(token);
        if (cpus < (beside == null ? 1 : 0) || gpus < 0 || memoryBytes < 1) {
            throw new IllegalArgumentException("an agent needs at least one core and some memory");
        }
    }

    /** An agent that stands alone. */
    public AgentPlacement(AttemptName attempt, URI gateway, String token, int cpus, int gpus, long memoryBytes) {
        this(attempt, gateway, token, cpus, gpus, memoryBytes, null);
    }

    @Override
    public String toString() {
        return "AgentPlacement[" + attempt + ", cpus=" + cpus + ", gpus=" + gpus + ", memory=" + memoryBytes + "]";
    }
}
