package io.millwright.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/** Prints what is going on, each line headed by the time since the command began. Safe for several threads. */
final class Progress {

    private final PrintStream out;
    private final InstantSource clock;
    private final java.time.Instant begin;

    Progress(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
        this.begin = clock.instant();
    }

    synchronized void say(String text) {
        var line = "%7s  %s%n".formatted(seconds(elapsed()), text);
        out.print(line);
        out.flush();
    }

    /** Says that the work begins, does it, and says how long it took. */
    void step(String what, Runnable work) {
        say(what + " …");
        var start = clock.instant();
        work.run();
        say(what + " done in " + seconds(Duration.between(start, clock.instant())));
    }

    Duration elapsed() {
        return Duration.between(begin, clock.instant());
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
