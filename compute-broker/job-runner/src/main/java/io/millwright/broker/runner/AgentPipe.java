package io.millwright.broker.runner;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Tells the agent, over standard output, what goes on: lines that begin with {@code \u0001}, fields apart by tabs, with
 * tabs, newlines and backslashes escaped. Safe to use from any thread; a line is written as a whole.
 */
final class AgentPipe {

    private final OutputStream out = new FileOutputStream(FileDescriptor.out);

    void say(String type, String... fields) {
        var line = new StringBuilder("\u0001").append(type);
        for (String field : fields) {
            line.append('\t');
            Escapes.append(line, field);
        }
        byte[] bytes = line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        synchronized (this) {
            try {
                out.write(bytes);
            } catch (IOException agentGone) {
                Runtime.getRuntime().halt(Orders.AGENT_GONE);
            }
        }
    }

    void log(String line) {
        say("log", line);
    }
}
