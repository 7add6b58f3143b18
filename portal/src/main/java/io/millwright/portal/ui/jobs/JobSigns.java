package io.millwright.portal.ui.jobs;

import static io.millwright.portal.ui.kit.Texts.tr;

import io.millwright.broker.Job;
import io.millwright.broker.JobState;
import io.millwright.portal.ui.kit.Bar;
import io.millwright.portal.ui.kit.Chip;
import io.millwright.portal.ui.kit.Chip.Tone;
import io.millwright.portal.ui.kit.Formats;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/** How jobs are shown wherever they appear. */
public final class JobSigns {

    private JobSigns() {}

    /** What a job is called: what it does, for which project. */
    public static String title(Job job) {
        return tr("job.title." + job.kind().name(), job.projectName());
    }

    /** The state as a word with a colour. */
    public static Chip chip(Job job) {
        var waiting = job.waiting();
        if (job.cancelRequested() && !job.state().isFinal()) {
            return new Chip(Tone.WARN, tr("job.cancelling"));
        }
        if (waiting != null && waiting.place() > 0) {
            return new Chip(Tone.WARN, tr("job.place", waiting.place(), waiting.of()));
        }
        var chip = new Chip(tone(job.state()), job.state().title());
        return job.state() == JobState.RUNNING ? chip.live() : chip;
    }

    private static Tone tone(JobState state) {
        return switch (state) {
            case QUEUED, PREEMPTED -> Tone.WARN;
            case ADMITTED, STARTING, RUNNING -> Tone.ACCENT;
            case SUCCEEDED -> Tone.GOOD;
            case FAILED -> Tone.BAD;
            case CANCELLED -> Tone.PLAIN;
        };
    }

    /** How far a running job is. */
    public static Bar bar(Job job) {
        var bar = new Bar(title(job));
        if (job.progress() > 0) {
            bar.set(job.progress());
        } else {
            bar.idle();
        }
        return bar;
    }

    /** How long it took, or has been running, empty before it began. */
    public static String took(Job job) {
        var started = job.startedAt();
        if (started == null) {
            return "";
        }
        var end = job.finishedAt() == null ? Instant.now() : job.finishedAt();
        return Formats.duration(Duration.between(started, end));
    }

    /** How long until it is done, e.g. "~ 40 s", empty while nothing tells. */
    public static String left(Job job) {
        var eta = job.eta();
        if (eta == null) {
            return "";
        }
        var left = Duration.between(Instant.now(), eta);
        return left.isNegative()
                ? tr("job.soon")
                : "~ " + Formats.duration(Duration.ofSeconds(Math.max(10, left.toSeconds())));
    }

    public static String cost(Job job) {
        var amount = job.cost().amount();
        var digits = amount.abs().doubleValue() < 1 ? 4 : 2;
        return (job.cost().currency().equals("EUR") ? "€ " : job.cost().currency() + " ")
                + amount.setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }
}
