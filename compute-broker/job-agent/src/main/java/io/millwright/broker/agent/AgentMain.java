package io.millwright.broker.agent;

import java.io.IOException;

/**
 * The agent as a process of its own, for the local backend:
 * {@code java -cp <agent class path> --enable-native-access=ALL-UNNAMED io.millwright.broker.agent.AgentMain <attempt>}.
 *
 * <p>The settings arrive on standard input ({@link AgentSettings#toBytes()}, then end of file); the argument is there
 * only so that whoever looks for an attempt's process finds it by its command line. Losing its parent does not end it.
 * Ends with 0 when the attempt was committed, 3 when it was fenced, 4 when it was abandoned, 2 when the settings are bad.
 */
public final class AgentMain {

    private AgentMain() {}

    public static void main(String[] arguments) throws IOException {
        AgentSettings settings = AgentSettings.parse(System.in.readAllBytes());
        AgentOutcome outcome = new JobAgent(settings).run();
        System.exit(
                switch (outcome) {
                    case COMMITTED -> 0;
                    case FENCED -> 3;
                    case ABANDONED -> 4;
                });
    }
}
