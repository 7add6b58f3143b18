package io.millwright.broker.cluster;

/**
 * What a cluster knows of one agent.
 *
 * @param attempt its name
 * @param state what it is doing
 * @param node where, empty while unknown
 */
public record AgentStatus(AttemptName attempt, State state, String node) {

    /** What an agent is doing. An agent that ended or was lost may also simply be missing from the list. */
    public enum State {
        /** Accepted, waiting for its resources or its process. */
        PENDING,
        RUNNING,
        /** Ended or lost; its name may be forgotten any time. */
        GONE
    }
}
