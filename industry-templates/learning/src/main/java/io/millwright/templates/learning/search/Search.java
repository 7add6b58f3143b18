package io.millwright.templates.learning.search;

import io.millwright.plugins.api.Trial;
import io.millwright.plugins.api.TrialResult;
import io.millwright.plugins.api.Trials;
import io.millwright.templates.learning.search.Sampler.Observation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Looks for the parameters with the least objective by trials. Everything follows from the seed and the results so far: a
 * search that was killed goes on from its {@link SearchJournal} as if nothing had happened. A trial that is lost costs only
 * itself; when all first ones are lost, the search ends, since more would be too.
 */
public final class Search {
    /** Draws after which a choice may be one that was tried before: small spaces run out. */
    private static final int MOST_DRAWS = 50;

    private static final double BETTER = 1e-4;

    private final Space space;
    private final Sampler sampler;
    private final Schedule schedule;
    private final long seed;
    private final List<Map<String, String>> known;

    /**
     * @param known choices to try first, e.g. the defaults of the template
     */
    public Search(Space space, Sampler sampler, Schedule schedule, long seed, List<Map<String, String>> known) {
        this.space = space;
        this.sampler = sampler;
        this.schedule = schedule;
        this.seed = seed;
        this.known = List.copyOf(known);
        this.known.forEach(space::positions);
    }

    public SearchOutcome run(Trials trials, SearchJournal journal, SearchListener listener)
            throws InterruptedException {
        Runner runner = new Runner(trials, journal, listener, journal.earlier(toString()));
        double best = Double.POSITIVE_INFINITY;
        int better = 0;
        for (int round = 0; round < schedule.rounds(); round++) {
            List<Map<String, String>> choices = choices(runner.ended(), schedule.width());
            double least = round(runner, choices);
            if (least < best - BETTER * Math.abs(best) || best == Double.POSITIVE_INFINITY) {
                better = round;
                best = Math.min(best, least);
            }
            boolean hopeless = best == Double.POSITIVE_INFINITY;
            boolean still = schedule.patience() > 0 && round - better >= schedule.patience();
            if (hopeless || still || choices.size() < schedule.width()) {
                break;
            }
        }
        return new SearchOutcome(runner.ended());
    }

    /** The least objective of the last rung that had a result; infinite when all were lost. */
    private double round(Runner runner, List<Map<String, String>> choices) throws InterruptedException {
        double least = Double.POSITIVE_INFINITY;
        List<Map<String, String>> staying = choices;
        for (int rung = 0; rung < schedule.rungs() && !staying.isEmpty(); rung++) {
            List<TrialResult> done = runner.run(staying, schedule.budget(rung)).stream()
                    .filter(result -> result.status() == TrialResult.Status.DONE)
                    .sorted(Comparator.comparingDouble(TrialResult::objective))
                    .toList();
            least = done.isEmpty() ? least : done.getFirst().objective();
            staying = done.stream()
                    .limit(schedule.width(rung + 1))
                    .map(result -> result.trial().parameters())
                    .toList();
        }
        return least;
    }

    private List<Map<String, String>> choices(List<TrialResult> ended, int count) {
        Set<Map<String, String>> tried = new HashSet<>();
        ended.forEach(result -> tried.add(result.trial().parameters()));
        List<Observation> seen = new ArrayList<>(observations(ended));
        List<Map<String, String>> choices = new ArrayList<>();
        for (Map<String, String> start : known) {
            if (choices.size() < count && tried.add(Map.copyOf(start))) {
                choices.add(start);
            }
        }
        Random random = new Random(mixed(seed + 0x9E3779B97F4A7C15L * (ended.size() + 1)));
        for (int draw = 0; choices.size() < count && draw < MOST_DRAWS * count; draw++) {
            double[] positions = sampler.propose(space, seen, random);
            Map<String, String> values = space.values(positions);
            if (tried.add(values)) {
                choices.add(values);
                // as if it had failed: the next of the batch looks elsewhere
                seen.add(new Observation(positions, Double.POSITIVE_INFINITY));
            }
        }
        return choices;
    }

    /** Of the most effort at which enough was seen; objectives of unlike effort cannot be compared. */
    private List<Observation> observations(List<TrialResult> ended) {
        for (int rung = schedule.rungs() - 1; rung >= 0; rung--) {
            double budget = schedule.budget(rung);
            List<Observation> seen = ended.stream()
                    .filter(result -> result.status() == TrialResult.Status.DONE)
                    .filter(result -> result.trial().budget() == budget)
                    .map(result ->
                            new Observation(space.positions(result.trial().parameters()), result.objective()))
                    .toList();
            if (seen.size() >= ParzenSampler.standard().start() || rung == 0) {
                return seen;
            }
        }
        return List.of();
    }

    /** What results belong to: those of another search are of no use. */
    @Override
    public String toString() {
        return space.dimensions() + " " + sampler + " " + schedule + " " + seed + " " + known;
    }

    private static long mixed(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** Runs batches, and knows those of an earlier attempt. */
    private final class Runner {
        private final Trials trials;
        private final SearchJournal journal;
        private final SearchListener listener;
        private final List<TrialResult> earlier;
        private final List<TrialResult> ended = new ArrayList<>();

        Runner(Trials trials, SearchJournal journal, SearchListener listener, List<TrialResult> earlier) {
            this.trials = trials;
            this.journal = journal;
            this.listener = listener;
            this.earlier = earlier;
        }

        List<TrialResult> ended() {
            return List.copyOf(ended);
        }

        List<TrialResult> run(List<Map<String, String>> choices, double budget) throws InterruptedException {
            List<Trial> batch = new ArrayList<>();
            for (Map<String, String> choice : choices) {
                batch.add(new Trial(ended.size() + batch.size() + 1, choice, budget));
            }
            listener.heard(ended.size(), schedule.trials(), best());
            List<TrialResult> results = remembered(batch);
            boolean again = results.size() == batch.size();
            if (!again) {
                results = trials.run(batch);
            }
            ended.addAll(results);
            if (!again) {
                journal.save(Search.this.toString(), ended);
            }
            listener.heard(ended.size(), schedule.trials(), best());
            return results;
        }

        private List<TrialResult> remembered(List<Trial> batch) {
            return batch.stream()
                    .flatMap(trial -> earlier.stream()
                            .filter(result -> result.trial().equals(trial))
                            .limit(1))
                    .toList();
        }

        private double best() {
            return new SearchOutcome(ended).best().map(TrialResult::objective).orElse(Double.NaN);
        }
    }
}
