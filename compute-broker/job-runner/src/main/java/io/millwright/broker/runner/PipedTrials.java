package io.millwright.broker.runner;

import io.millwright.plugins.api.Trial;
import io.millwright.plugins.api.TrialResult;
import io.millwright.plugins.api.Trials;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Trials that the agent passes on to the platform, which runs them beside this process. */
final class PipedTrials implements Trials {

    private static final long LOOK_MILLIS = 200;
    private static final int MAX_PARAMETERS = 100;

    private final AgentPipe pipe;
    private final Orders orders;
    private final int parallel;
    private final Map<Integer, String[]> ended = new HashMap<>();

    PipedTrials(AgentPipe pipe, Orders orders, int parallel) {
        this.pipe = pipe;
        this.orders = orders;
        this.parallel = parallel;
        orders.onTrialEnded(this::ended);
    }

    @Override
    public int parallel() {
        return parallel;
    }

    @Override
    public synchronized List<TrialResult> run(List<Trial> trials) throws InterruptedException {
        check(trials);
        for (Trial trial : trials) {
            ended.remove(trial.number());
            pipe.say("trial", fields(trial));
        }
        while (!trials.stream().allMatch(trial -> ended.containsKey(trial.number()))) {
            if (orders.stopped()) {
                throw new InterruptedException("the platform asked the template to stop");
            }
            wait(LOOK_MILLIS);
        }
        var results = new ArrayList<TrialResult>();
        for (Trial trial : trials) {
            results.add(result(trial, ended.getOrDefault(trial.number(), new String[0])));
        }
        return results;
    }

    private synchronized void ended(String[] fields) {
        ended.put(Integer.valueOf(fields[0]), fields);
        notifyAll();
    }

    private static void check(List<Trial> trials) {
        var numbers = new HashSet<Integer>();
        for (Trial trial : trials) {
            if (!numbers.add(trial.number())) {
                throw new IllegalArgumentException("two trials have the number " + trial.number());
            }
            if (trial.parameters().size() > MAX_PARAMETERS) {
                throw new IllegalArgumentException("a trial has at most " + MAX_PARAMETERS + " parameters");
            }
        }
    }

    private static String[] fields(Trial trial) {
        var fields = new ArrayList<String>();
        fields.add(Integer.toString(trial.number()));
        fields.add(Double.toString(trial.budget()));
        trial.parameters().forEach((name, value) -> {
            fields.add(name);
            fields.add(value);
        });
        return fields.toArray(String[]::new);
    }

    private static TrialResult result(Trial trial, String[] fields) {
        var figures = new TreeMap<String, Double>();
        for (int i = 5; i + 1 < fields.length; i += 2) {
            figures.put(fields[i], Double.valueOf(fields[i + 1]));
        }
        return new TrialResult(
                trial,
                TrialResult.Status.valueOf(fields[1]),
                Double.parseDouble(fields[2]),
                figures,
                Double.parseDouble(fields[3]),
                fields[4]);
    }
}
