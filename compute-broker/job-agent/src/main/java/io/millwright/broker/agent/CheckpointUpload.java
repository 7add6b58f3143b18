package io.millwright.broker.agent;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Brings checkpoints to the gateway beside the template, which does not wait for it. Only the newest is worth bringing: what
 * was overtaken while another was on its way is left out. The end of the attempt ends it in the middle.
 *
 * <p>What the template told before it saved goes first: the attempt that goes on from a checkpoint does not tell it again, so a
 * lost node would leave a hole in curves and log.
 */
final class CheckpointUpload implements Runnable, AutoCloseable {

    /** 256 MiB of content, and what an archive adds to them. */
    private static final long MAX_BYTES = 257L << 20;

    private static final Pattern NAME = Pattern.compile("checkpoint-[1-9][0-9]{0,8}\\.zip");

    /** @param toldBefore the newest event when it was saved */
    private record Saved(String name, long toldBefore) {}

    private final Gateway gateway;
    private final EventRelay relay;
    private final StopSignal stop;
    private final Path outputs;
    private final Thread thread = new Thread(this, "checkpoints");
    private @Nullable Saved waiting;
    private volatile boolean closed;

    CheckpointUpload(Gateway gateway, EventRelay relay, StopSignal stop, Path outputs) {
        this.gateway = gateway;
        this.relay = relay;
        this.stop = stop;
        this.outputs = outputs;
        thread.setDaemon(true);
    }

    /** There is a new one. Names that no checkpoint has are left alone. */
    synchronized void add(String name) {
        if (closed || !NAME.matcher(name).matches()) {
            return;
        }
        if (waiting != null) {
            remove(waiting.name());
        }
        waiting = new Saved(name, relay.newest());
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
        notifyAll();
    }

    @Override
    public void run() {
        try {
            for (Saved saved = next(); saved != null; saved = next()) {
                relay.flush(saved.toldBefore());
                bring(saved.name());
                remove(saved.name());
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

    private synchronized @Nullable Saved next() throws InterruptedException {
        while (waiting == null && !closed) {
            wait();
        }
        Saved saved = closed ? null : waiting;
        waiting = null;
        return saved;
    }

    private void bring(String name) throws StoppedException {
        Path file = outputs.resolve(name);
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MAX_BYTES) {
                relay.log("(a checkpoint was left out: it is no plain file of at most 256 MiB)");
                return;
            }
            gateway.put("checkpoint", Files.size(file), Outputs.digest(file), body -> copy(file, body));
        } catch (AttemptFailure refused) {
            relay.log("(a checkpoint was left out: " + refused.getMessage() + ")");
        } catch (IOException unreadable) {
            relay.log("(a checkpoint was left out: " + unreadable + ")");
        }
    }

    private void copy(Path file, OutputStream body) throws IOException, StoppedException {
        byte[] buffer = new byte[1 << 16];
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                if (closed || stop.raised()) {
                    throw new StoppedException();
                }
                body.write(buffer, 0, length);
            }
        }
    }

    private void remove(String name) {
        try {
            Files.deleteIfExists(outputs.resolve(name));
        } catch (IOException kept) {
            // goes with the attempt's folder
        }
    }
}
