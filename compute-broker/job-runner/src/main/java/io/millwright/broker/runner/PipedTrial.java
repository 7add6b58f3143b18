package io.millwright.broker.runner;

import io.millwright.plugins.api.Trial;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/** The one trial of an attempt, and its outcome on its way to the agent. */
final class PipedTrial {

    private static final int MAX_FIGURES = 49;

    private final Attempt attempt;
    private final AgentPipe pipe;
    private boolean told;

    PipedTrial(Attempt attempt, AgentPipe pipe) {
        this.attempt = attempt;
        this.pipe = pipe;
    }

    Trial trial() {
        return attempt.trial();
    }

    synchronized void result(double objective, Map<String, Double> figures) {
        if (told) {
            throw new IllegalStateException("the result of the trial was told already");
        }
        if (!Double.isFinite(objective)) {
            throw new IllegalArgumentException("the objective of a trial is a finite number, not " + objective);
        }
        told = true;
        var fields = new ArrayList<String>();
        fields.add(Double.toString(objective));
        new TreeMap<>(figures).forEach((name, value) -> {
            if (Double.isFinite(value) && fields.size() < 2 * MAX_FIGURES) {
                fields.add(name);
                fields.add(Double.toString(value));
            }
        });
        pipe.say("objective", fields.toArray(String[]::new));
    }

    /** @throws DefectiveTemplate when no outcome was told */
    synchronized void require() throws DefectiveTemplate {
        if (!told) {
            throw new DefectiveTemplate("The template ended its trial without telling the objective.");
        }
    }
}
