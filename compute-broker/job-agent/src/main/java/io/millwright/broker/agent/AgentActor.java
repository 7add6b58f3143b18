package io.millwright.broker.agent;

import java.util.Locale;
import java.util.Map;

/**
 * The agent as a Ray actor. Bytes in, bytes out ({@link PropertiesText}), and no method ever throws: an exception that
 * Ray must serialise would kill the actor.
 *
 * <p>The ray backend creates it detached under the attempt's name with the attempt's resources and settings,
 * and may ask {@link #status} any time. When the attempt is over, the actor ends its own process a moment later, so that
 * its resources are free again though no broker may be there to say so.
 */
public final class AgentActor {

    private static final long LINGER_MILLIS = 200;

    private volatile Map<String, String> state = Map.of("state", "idle");

    /** Called by Ray in the worker process; waits for {@link #start}. */
    public AgentActor() {}

    /**
     * Called by Ray in the worker process; starts at once. The settings travel with the actor's creation, so that it starts
     * though the broker that asked for it may be gone by the time the cluster has room.
     */
    @SuppressWarnings("this-escape")
    public AgentActor(byte[] settings) {
        start(settings);
    }

    /**
     * Starts the attempt on a thread of its own and returns at once. Starting again does nothing.
     *
     * @param settings {@link AgentSettings#toBytes()}
     * @return {@code state=running}, or {@code state=refused} with {@code message}
     */
    public synchronized byte[] start(byte[] settings) {
        try {
            var told = AgentSettings.parse(settings);
            var agent = new JobAgent(told.devices().isEmpty() ? told.with(RayDevices.granted()) : told);
            if (state.containsValue("idle")) {
                state = Map.of("state", "running");
                new Thread(() -> carry(agent), "job-agent").start();
            }
            return status();
        } catch (RuntimeException malformed) {
            return PropertiesText.format(Map.of("state", "refused", "message", malformed.toString()));
        }
    }

    /** @return {@code state=idle}, {@code state=running} or {@code state=ended} with {@code outcome} */
    public byte[] status() {
        return PropertiesText.format(state);
    }

    private void carry(JobAgent agent) {
        try {
            AgentOutcome outcome = agent.run();
            state = Map.of("state", "ended", "outcome", outcome.name().toLowerCase(Locale.ROOT));
            Thread.sleep(LINGER_MILLIS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }
}
