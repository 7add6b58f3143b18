package io.millwright.templates.fraud;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.Progress;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.TrainingContext;
import io.millwright.plugins.api.TrialContext;
import io.millwright.plugins.api.TrialResult;
import io.millwright.templates.fraud.evaluation.FoldEvaluation;
import io.millwright.templates.fraud.evaluation.Learner;
import io.millwright.templates.fraud.evaluation.TimeEvaluation;
import io.millwright.templates.fraud.evaluation.Tried;
import io.millwright.templates.learning.report.Notes;
import io.millwright.templates.learning.search.Sampler;
import io.millwright.templates.learning.search.Schedule;
import io.millwright.templates.learning.search.Search;
import io.millwright.templates.learning.search.SearchJournal;
import io.millwright.templates.learning.search.SearchOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The search of the preset best: how trees are grown, judged inside the training part only. */
final class Tuning {

    static final int TRIALS = 16;
    /** Below, the best of many trials is the luckiest. */
    private static final int FEWEST_CASES = 20;
    /** Of the objective. */
    private static final double LEAST_GAIN = 0.001;

    private static final Chart.Axis OBJECTIVE = new Chart.Axis("1 - mean of average precision and AUC", "");

    private final Progress progress;
    private final TrainingContext context;
    private final Settings settings;
    private final Prepared prepared;

    Tuning(TrainingContext context, Settings settings, Prepared prepared, Progress progress) {
        this.context = context;
        this.progress = progress;
        this.settings = settings;
        this.prepared = prepared;
    }

    /** Empty where the preset does not ask for it, or cases are too few to choose by. */
    Optional<SearchOutcome> search(Notes notes) throws InterruptedException {
        if (!settings.preset().equals("best")) {
            return Optional.empty();
        }
        int cases = cases();
        if (cases < FEWEST_CASES) {
            notes.warn("Nothing was tried, because only %d cases are there to choose by.", cases);
            return Optional.empty();
        }
        List<Map<String, String>> known = Boosting.usual(settings, prepared).stream()
                .map(options -> Searched.known(options, settings))
                .toList();
        Search search =
                new Search(Searched.space(settings), Sampler.parzen(), Schedule.full(TRIALS), context.seed(), known);
        SearchJournal journal =
                new SearchJournal(context.checkpoints(), context.scratch().resolve("checkpoint"));
        SearchOutcome outcome = search.run(
                context.trials(),
                journal,
                (ended, expected, best) -> progress.update(
                        Pace.SEARCH + (Pace.SEARCHED - Pace.SEARCH) * ended / expected,
                        String.format(Locale.ROOT, "Tried %d of at most %d", ended, expected)));
        tell(outcome, notes);
        return Optional.of(outcome);
    }

    /** What to learn with: what was found, or what is usual where there was no search or all trials were lost. */
    List<Learner> learners(Optional<SearchOutcome> outcome) {
        return outcome.flatMap(this::chosen)
                .map(chosen -> List.of(Boosting.found(chosen.trial().parameters(), settings, prepared, context.seed())))
                .orElseGet(() -> Boosting.learners(settings, prepared, context.seed()));
    }

    Chart chart(SearchOutcome outcome) {
        int chosen = chosen(outcome).map(result -> result.trial().number()).orElse(0);
        return new Chart.Trials(
                "trials", "What was tried on rows before the judged ones", OBJECTIVE, outcome.results(), chosen);
    }

    /** The best, unless what is usual does as well: a gain in the noise is more often luck than not. */
    private Optional<TrialResult> chosen(SearchOutcome outcome) {
        Optional<TrialResult> best = outcome.best();
        Optional<TrialResult> usual = usual(outcome);
        boolean asGood = best.isPresent()
                && usual.filter(result -> result.objective() - best.get().objective() < LEAST_GAIN)
                        .isPresent();
        return asGood ? usual : best;
    }

    /** The better of the usual choices, where one of them ended. */
    private Optional<TrialResult> usual(SearchOutcome outcome) {
        List<Map<String, String>> known = known();
        return outcome.results().stream()
                .filter(result -> result.status() == TrialResult.Status.DONE
                        && known.contains(result.trial().parameters()))
                .min(Comparator.comparingDouble(TrialResult::objective));
    }

    private List<Map<String, String>> known() {
        return Boosting.usual(settings, prepared).stream()
                .map(options -> Searched.known(options, settings))
                .toList();
    }

    /** One trial, on the same rows and with the same seed as every other. */
    static void trial(TrialContext context) throws TemplateException, InterruptedException {
        Settings settings = Settings.of(context.options());
        Notes notes = new Notes();
        Prepared prepared = Prepared.of(context, settings, notes, context.progress());
        Learner learner = Boosting.found(context.trial().parameters(), settings, prepared, context.seed());
        Tried tried = prepared.byTime()
                ? new TimeEvaluation(List.of(learner), prepared.time().get(), 0, notes, context.progress()).tried()
                : new FoldEvaluation(learner, context.seed(), FoldEvaluation.FIRST_FOLD, notes, context.progress())
                        .tried();
        context.result(
                1 - (tried.averagePrecision() + tried.auc()) / 2,
                Map.of("averagePrecision", tried.averagePrecision(), "auc", tried.auc(), "trees", (double)
                        tried.rounds()));
    }

    private void tell(SearchOutcome outcome, Notes notes) {
        Optional<TrialResult> best = outcome.best();
        if (best.isEmpty()) {
            notes.warn("All trials were lost; the usual parameters were taken.");
            return;
        }
        Optional<TrialResult> usual = usual(outcome);
        notes.info(
                "Tried %d choices of parameters%s; the best has %s: %.4f%s.",
                outcome.results().size(),
                outcome.lost() == 0 ? "" : ", of which " + outcome.lost() + " were lost",
                best.get().trial().parameters().entrySet().stream()
                        .map(parameter -> parameter.getKey() + " " + parameter.getValue())
                        .collect(Collectors.joining(", ")),
                best.get().objective(),
                usual.map(result -> String.format(Locale.ROOT, ", %.4f with the usual ones", result.objective()))
                        .orElse(""));
        if (chosen(outcome).equals(usual)) {
            notes.info("The usual parameters were taken: nothing that was tried is better by more than chance.");
        }
    }

    private int cases() {
        int[] rows = Training.learnable(prepared.all(), prepared.time());
        int positives = 0;
        for (int row : rows) {
            positives += prepared.all().label[row] == 1 ? 1 : 0;
        }
        return Math.min(positives, rows.length - positives);
    }
}
