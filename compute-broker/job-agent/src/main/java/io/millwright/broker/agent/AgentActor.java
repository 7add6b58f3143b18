package io.millwright.broker.agent;

import java.util.Map;

/**
 * The agent as a Ray actor. Bytes in, bytes out ({@link PropertiesText}), and no method ever throws: an exception that
 * Ray must serialise would kill the actor.
 *
 * <p>The ray backend creates it detached under the attempt's name with the attempt's resources, calls {@link #start} once,
 * and may ask {@link #status} any time. When the attempt is over, the actor ends its own process a moment later, so that
 * its resources are free again though no broker may be there to say so.
 */
public final class AgentActor {

    /** Called by Ray in the worker process. */
    public AgentActor() {}

    /**
     * Starts the attempt on a thread of its own and returns at once. Starting again does nothing.
     *
     * @param settings {@link AgentSettings#toBytes()}
     * @return {@code state=running}, or {@code state=refused} with {@code message}
     */
    public byte[] start(byte[] settings) {
        return PropertiesText.format(Map.of("state", "refused", "message", "not yet"));
    }

    /** @return {@code state=idle}, {@code state=running} or {@code state=ended} with {@code outcome} */
    public byte[] status() {
        return PropertiesText.format(Map.of("state", "idle"));
    }
}
