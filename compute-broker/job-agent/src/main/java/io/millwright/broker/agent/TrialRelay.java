package io.millwright.broker.agent;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Passes on the trials that a training asks for, and tells it of each once it has ended. The gateway keeps what became of them,
 * so an agent that comes later may ask for the same.
 */
final class TrialRelay implements Runnable, AutoCloseable {

    private static final long LOOK_MILLIS = 300;
    private static final long GATHER_MILLIS = 20;
    private static final int MAX_WAITING = 10_000;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    /** What the template process is told. */
    interface Listener {
        /** @param line number, state, objective, seconds, reason, then figures; fields escaped, apart by tabs */
        void ended(String line);
    }

    private final Gateway gateway;
    private final EventRelay relay;
    private final Listener listener;
    private final Thread thread = new Thread(this, "trials");
    private final List<String[]> asked = new ArrayList<>();
    private final Set<String> open = new HashSet<>();
    private boolean closed;

    TrialRelay(Gateway gateway, EventRelay relay, Listener listener) {
        this.gateway = gateway;
        this.relay = relay;
        this.listener = listener;
        thread.setDaemon(true);
    }

    /** @param fields number, budget, then names and values of parameters */
    synchronized void ask(String[] fields) {
        if (closed || !NUMBER.matcher(fields[0]).matches() || asked.size() >= MAX_WAITING) {
            return;
        }
        asked.add(fields);
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
        notifyAll();
    }

    @Override
    public void run() {
        try {
            while (awaitSomething()) {
                passOn(taken());
                look();
            }
        } catch (StoppedException told) {
            // the signal says why
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when nothing is sent any more: the gateway refuses what comes after the result. */
    @Override
    public void close() throws InterruptedException {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        thread.join();
    }

    /** Waits for something to ask, or until it is time to look after what was asked; false when all is over. */
    private synchronized boolean awaitSomething() throws InterruptedException {
        if (asked.isEmpty() && !open.isEmpty() && !closed) {
            wait(LOOK_MILLIS);
        }
        while (asked.isEmpty() && open.isEmpty() && !closed) {
            wait();
        }
        if (!asked.isEmpty() && !closed) {
            // a template asks for several in a row
            wait(GATHER_MILLIS);
        }
        return !closed;
    }

    private synchronized List<String[]> taken() {
        var all = List.copyOf(asked);
        asked.clear();
        return all;
    }

    private void passOn(List<String[]> trials) throws StoppedException {
        if (trials.isEmpty()) {
            return;
        }
        var body = new StringBuilder();
        for (String[] trial : trials) {
            open.add(trial[0]);
            for (int i = 0; i < trial.length; i++) {
                body.append(i == 0 ? "" : "\t");
                Escapes.append(body, trial[i]);
            }
            body.append('\n');
        }
        try {
            gateway.post("trials", body.toString().getBytes(StandardCharsets.UTF_8));
        } catch (AttemptFailure refused) {
            relay.log("(trials were refused: " + refused.getMessage() + ")");
            for (String[] trial : trials) {
                open.remove(trial[0]);
                listener.ended(trial[0] + "\tLOST\tNaN\t0\tThe platform could not run it; the log says why.");
            }
        }
    }

    private void look() throws StoppedException {
        if (open.isEmpty()) {
            return;
        }
        try {
            String ended = gateway.get("trials", in -> new String(in.readAllBytes(), StandardCharsets.UTF_8));
            ended.lines().forEach(line -> {
                if (open.remove(line.substring(0, Math.max(0, line.indexOf('\t'))))) {
                    listener.ended(line);
                }
            });
        } catch (AttemptFailure refused) {
            relay.log("(the trials cannot be looked after: " + refused.getMessage() + ")");
        }
    }
}
