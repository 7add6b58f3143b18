package io.millwright.broker.runner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * What the agent orders over standard input, a line each: {@code go} when all inputs are there, {@code stop} to give up,
 * {@code trial} with the fields of one that has ended. The end of the input means that the agent is gone; then the process
 * ends at once.
 */
final class Orders implements Runnable {

    static final int AGENT_GONE = 78;

    private final InputStream input;
    private final Thread worker;
    private final CountDownLatch go = new CountDownLatch(1);
    private volatile Consumer<String[]> trialEnded = fields -> {};
    private volatile boolean stopped;

    /** @param worker the thread that calls the template */
    Orders(InputStream input, Thread worker) {
        this.input = input;
        this.worker = worker;
    }

    void listen() {
        var listener = new Thread(this, "orders");
        listener.setDaemon(true);
        listener.start();
    }

    void awaitGo() throws InterruptedException {
        go.await();
    }

    boolean stopped() {
        return stopped;
    }

    /** @param listener is called with number, state, objective, seconds, reason, then names and values of figures */
    void onTrialEnded(Consumer<String[]> listener) {
        trialEnded = listener;
    }

    @Override
    public void run() {
        try {
            var line = new ByteArrayOutputStream();
            for (int c = input.read(); c >= 0; c = input.read()) {
                if (c != '\n') {
                    line.write(c);
                    continue;
                }
                obey(line.toString(StandardCharsets.UTF_8));
                line.reset();
            }
        } catch (IOException agentGone) {
            // as at the end of the input
        }
        Runtime.getRuntime().halt(AGENT_GONE);
    }

    private void obey(String line) {
        String[] fields = Escapes.fields(line);
        switch (fields[0]) {
            case "go" -> go.countDown();
            case "stop" -> {
                stopped = true;
                worker.interrupt();
            }
            case "trial" -> trialEnded.accept(Arrays.copyOfRange(fields, 1, fields.length));
            default -> {
                // of an agent that knows more
            }
        }
    }
}
