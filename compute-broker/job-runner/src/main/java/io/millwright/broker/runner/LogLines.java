package io.millwright.broker.runner;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What a template prints, as lines of the job's log. */
final class LogLines extends OutputStream {

    private static final int MAX_LINE = 16_384;

    private final AgentPipe pipe;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private LogLines(AgentPipe pipe) {
        this.pipe = pipe;
    }

    /** A stream that stands in for standard output or standard error. */
    static PrintStream stream(AgentPipe pipe) {
        return new PrintStream(new LogLines(pipe), true, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void write(int b) {
        if (b == '\n' || line.size() >= MAX_LINE) {
            end();
        }
        if (b != '\n' && b != '\r') {
            line.write(b);
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            write(bytes[i]);
        }
    }

    private void end() {
        pipe.log(line.toString(StandardCharsets.UTF_8));
        line.reset();
    }
}
