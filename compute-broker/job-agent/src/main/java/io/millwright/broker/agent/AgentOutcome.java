package io.millwright.broker.agent;

/** How an agent's work on its attempt ended, as seen by the agent. What became of the job is with the gateway. */
public enum AgentOutcome {
    /** The gateway has the attempt's result. */
    COMMITTED,
    /** The gateway said that the attempt is no longer current: the template process was killed, nothing was written. */
    FENCED,
    /** The gateway refused the token or could not be reached for minutes: the template process was killed. */
    ABANDONED
}
