package io.millwright.broker.agent;

/**
 * Carries one attempt from its spec to its result. Made by {@link AgentMain} or {@link AgentActor}, one per process.
 */
public final class JobAgent {

    private final AgentSettings settings;

    public JobAgent(AgentSettings settings) {
        this.settings = settings;
    }

    /**
     * Carries the attempt; returns when it is over and the template process is dead. Call it on a platform thread that
     * lives as long: the template process is bound to the thread that started it.
     */
    public AgentOutcome run() {
        throw new UnsupportedOperationException("not yet: " + settings);
    }
}
