package io.millwright.templates.maintenance.failure;

import io.millwright.templates.learning.boosting.BoostedTrees;
import io.millwright.templates.learning.boosting.BoostingOptions;
import io.millwright.templates.learning.boosting.Labelled;
import io.millwright.templates.learning.boosting.Pace;
import io.millwright.templates.learning.boosting.Sampling;
import io.millwright.templates.learning.boosting.TreeShape;
import io.millwright.templates.learning.boosting.TreeTrainer;
import io.millwright.templates.learning.calibration.Calibration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Grows trees for failures: of any sort, and of each sort among the failures. */
final class FailureLearner {

    /** Trees that tell sorts apart: failures are few. */
    private static final int SORT_ROUNDS = 80;

    /** Cells by which the number of trees is chosen: they are scored after every tree. */
    private static final long ENOUGH_TO_CHOOSE = 600_000;

    private static final double SORT_RATE = 0.1;
    private static final int SORT_DEPTH = 3;
    private static final Sampling SORT_SAMPLING = new Sampling(0.8, 0.5);

    private final Cases cases;
    private final Effort effort;
    private final long seed;

    FailureLearner(Cases cases, Effort effort, long seed) {
        this.cases = cases;
        this.effort = effort;
        this.seed = seed;
    }

    /** Hears which share is done. */
    interface Listener {
        void done(double share) throws InterruptedException;
    }

    /** Trees for a failure of any sort, as many as do best on other cases. */
    BoostedTrees any(int[] learnt, int[] choosing, Listener listener) throws InterruptedException {
        double rounds = effort.options().rounds();
        return new TreeTrainer(effort.options().withSeed(seed))
                .train(
                        cases.thinned(learnt, Cases.ENOUGH_CELLS),
                        cases.thinned(choosing, ENOUGH_TO_CHOOSE),
                        (round, training, validation, figure) -> listener.done(round / rounds));
    }

    /** Trees for each sort among the failures; none where there is one sort. */
    List<BoostedTrees> sorts(int[] learnt) throws InterruptedException {
        List<BoostedTrees> sorts = new ArrayList<>();
        if (cases.names().size() <= 2) {
            return sorts;
        }
        int[] failing =
                IntStream.of(learnt).filter(at -> cases.classes()[at] > 0).toArray();
        BoostingOptions base = effort.options();
        int rounds = Math.min(SORT_ROUNDS, base.rounds());
        TreeShape shape =
                new TreeShape(SORT_DEPTH, 1, base.shape().lambda(), base.shape().bins());
        BoostingOptions options = BoostingOptions.of(Pace.exactly(rounds, SORT_RATE), shape, SORT_SAMPLING)
                .withSeed(seed)
                .on(base.device());
        for (int sort = 1; sort < cases.names().size(); sort++) {
            sorts.add(new TreeTrainer(options)
                    .train(cases.labelled(failing, sort), (round, training, validation, figure) -> {}));
        }
        return sorts;
    }

    /** The model of all cases. */
    FailureModel all(int rounds, Calibration calibration, Listener listener) throws InterruptedException {
        int[] every = IntStream.range(0, cases.size()).toArray();
        Labelled all = cases.thinned(every, Cases.ENOUGH_CELLS);
        List<BoostedTrees> members = new ArrayList<>();
        for (int member = 0; member < effort.members(); member++) {
            int number = member;
            members.add(new TreeTrainer(effort.options().withExactly(rounds).withSeed(seed * 1_000 + member))
                    .train(
                            all,
                            (round, training, validation, figure) ->
                                    listener.done((number + (double) round / rounds) / effort.members())));
        }
        BoostedTrees any = BoostedTrees.average(members);
        members.forEach(BoostedTrees::close);
        return FailureModel.of(any, calibration, sorts(every));
    }
}
