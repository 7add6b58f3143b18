package io.millwright.templates.learning.search;

import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * The tree-structured Parzen estimator (Bergstra, Bardenet, Bengio and Kégl 2011): for each parameter one density of the good
 * choices and one of the others; of some draws from the first, the one is taken where the good outweigh the others most.
 *
 * @param start choices drawn at random before there is enough to learn from
 * @param candidates draws among which the best is taken
 * @param goodShare share of the choices that count as good
 */
record ParzenSampler(int start, int candidates, double goodShare) implements Sampler {
    static ParzenSampler standard() {
        return new ParzenSampler(8, 24, 0.2);
    }

    @Override
    public double[] propose(Space space, List<Observation> seen, Random random) {
        List<Observation> known = seen.stream()
                .sorted(Comparator.comparingDouble(Observation::objective))
                .toList();
        long judged =
                known.stream().filter(one -> Double.isFinite(one.objective())).count();
        if (judged < start) {
            return Sampler.random().propose(space, seen, random);
        }
        int good = (int) Math.max(2, Math.ceil(goodShare * judged));
        double[] proposed = new double[space.dimensions().size()];
        for (int at = 0; at < proposed.length; at++) {
            Density better = density(space.dimensions().get(at), known.subList(0, good), at);
            Density worse = density(space.dimensions().get(at), known.subList(good, known.size()), at);
            proposed[at] = bestOf(better, worse, random);
        }
        return proposed;
    }

    private double bestOf(Density better, Density worse, Random random) {
        double best = 0.5;
        double most = Double.NEGATIVE_INFINITY;
        for (int draw = 0; draw < candidates; draw++) {
            double candidate = better.draw(random);
            double gain = Math.log(better.at(candidate)) - Math.log(worse.at(candidate));
            if (gain > most) {
                most = gain;
                best = candidate;
            }
        }
        return best;
    }

    private static Density density(Dimension dimension, List<Observation> seen, int at) {
        double[] positions =
                seen.stream().mapToDouble(one -> one.positions()[at]).toArray();
        return dimension instanceof Dimension.Choice choice
                ? Shares.of(positions, choice)
                : ParzenDensity.of(positions);
    }
}
