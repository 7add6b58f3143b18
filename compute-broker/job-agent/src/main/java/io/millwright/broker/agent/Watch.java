package io.millwright.broker.agent;

import io.millwright.broker.agent.Folders.Use;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Watches the template process until it has ended, and ends it when it takes more than it was given. */
final class Watch {

    private static final long LOOK_MILLIS = 50;
    private static final long DISK_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long MAX_FILES = 100_000;
    /** Between asking a template to give up and ending it. */
    private static final long GRACE_MILLIS = 600;

    private final TemplateProcess process;
    private final AttemptSpec spec;
    private final WorkFolder work;
    private final StopSignal stop;
    private final long startedNanos;
    private long diskNanos;
    private long peakBytes;

    Watch(TemplateProcess process, AttemptSpec spec, WorkFolder work, StopSignal stop, long startedNanos) {
        this.process = process;
        this.spec = spec;
        this.work = work;
        this.stop = stop;
        this.startedNanos = startedNanos;
        this.diskNanos = System.nanoTime();
    }

    /** Most memory the process was seen to hold. */
    long peakBytes() {
        return peakBytes;
    }

    /** How the attempt ended. */
    Verdict untilEnd() throws InterruptedException, IOException, StoppedException {
        while (!process.endsWithin(LOOK_MILLIS)) {
            if (stop.raised()) {
                giveUp();
                throw new StoppedException();
            }
            Verdict excess = excess();
            if (excess != null) {
                process.kill();
                process.endsWithin(10_000);
                process.exitCode();
                return excess;
            }
        }
        return ended();
    }

    private Verdict ended() throws InterruptedException, StoppedException {
        int exitCode = process.exitCode();
        stop.check();
        String refusal = process.output().refusal();
        if (refusal != null) {
            return Verdict.agent(
                    "sandbox-refused",
                    "The template was not run, because this node cannot confine it fully. " + refusal,
                    "Ask an operator for a node with a newer kernel, or for the policy \"preferred\".");
        }
        Verdict told = process.output().told();
        return told != null ? told : CrashReport.read(work, exitCode);
    }

    private void giveUp() throws InterruptedException {
        if (!stop.silent()) {
            process.interrupt();
            process.endsWithin(GRACE_MILLIS);
        }
        process.kill();
        process.endsWithin(10_000);
        process.exitCode();
    }

    private @Nullable Verdict excess() throws IOException {
        Figures figures = process.figures();
        peakBytes = Math.max(peakBytes, figures.peakBytes());
        if (figures.residentBytes() > spec.memoryBytes()) {
            return Verdict.resources(
                    "out-of-memory",
                    "The template used more than its " + size(spec.memoryBytes()) + " of memory.",
                    "Start it again with more memory, or with less data.");
        }
        int maxThreads = 512 + 64 * spec.cpus();
        if (figures.threads() > maxThreads) {
            return Verdict.resources(
                    "too-many-threads",
                    "The template started more than " + maxThreads + " threads.",
                    "Tell the template's author: it should use as many as it was given cores.");
        }
        long now = System.nanoTime();
        if (now - startedNanos > TimeUnit.SECONDS.toNanos(spec.timeoutSeconds())) {
            return Verdict.resources(
                    "out-of-time",
                    "The template did not end within its " + time(spec.timeoutSeconds()) + ".",
                    "Start it again with a longer time limit, or with less data.");
        }
        if (now - diskNanos > DISK_NANOS) {
            diskNanos = now;
            return diskExcess(Folders.use(work.scratch(), work.outputs()), process.unlinkedBytes());
        }
        return null;
    }

    private @Nullable Verdict diskExcess(Use use, long unlinkedBytes) {
        if (use.bytes() + unlinkedBytes > spec.diskBytes()) {
            return Verdict.resources(
                    "disk-full",
                    "The template wrote more than its " + size(spec.diskBytes()) + " of files.",
                    "Start it again with less data, or ask an operator for more disk space.");
        }
        if (use.hidden()) {
            return Verdict.resources(
                    "files-hidden",
                    "The template closed a folder of its files, so that their size cannot be held to its limit.",
                    "Tell the template's author: its folders must stay readable.");
        }
        if (use.files() > MAX_FILES) {
            return Verdict.resources(
                    "too-many-files",
                    "The template made more than %,d files.".formatted(MAX_FILES),
                    "Tell the template's author.");
        }
        return null;
    }

    private static String size(long bytes) {
        return bytes >= 1L << 30
                ? String.format(Locale.ROOT, "%.1f GB", (double) bytes / (1L << 30))
                : String.format(Locale.ROOT, "%d MB", bytes >> 20);
    }

    private static String time(long seconds) {
        var time = Duration.ofSeconds(seconds);
        return seconds < 120
                ? seconds + " seconds"
                : seconds < 7200 ? time.toMinutes() + " minutes" : time.toHours() + " hours";
    }
}
