package io.millwright.broker.runner;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;

/**
 * What the agent orders over standard input, a word a line: {@code go} when all inputs are there, {@code stop} to give up.
 * The end of the input means that the agent is gone; then the process ends at once.
 */
final class Orders implements Runnable {

    static final int AGENT_GONE = 78;

    private final InputStream input;
    private final Thread worker;
    private final CountDownLatch go = new CountDownLatch(1);
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

    @Override
    public void run() {
        try {
            var word = new StringBuilder();
            for (int c = input.read(); c >= 0; c = input.read()) {
                if (c != '\n') {
                    word.append((char) c);
                    continue;
                }
                if (word.toString().equals("go")) {
                    go.countDown();
                } else if (word.toString().equals("stop")) {
                    stopped = true;
                    worker.interrupt();
                }
                word.setLength(0);
            }
        } catch (IOException agentGone) {
            // as at the end of the input
        }
        Runtime.getRuntime().halt(AGENT_GONE);
    }
}
