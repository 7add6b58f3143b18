package io.millwright.templates.learning.search;

import java.util.List;
import java.util.Random;

/** Proposes where to look next. */
public sealed interface Sampler permits Sampler.Uniform, ParzenSampler {
    /** Anywhere, whatever was seen: Bergstra and Bengio 2012. */
    static Sampler random() {
        return new Uniform();
    }

    /** Near what was good and away from what was not: {@link ParzenSampler}. */
    static Sampler parzen() {
        return ParzenSampler.standard();
    }

    /**
     * One position per dimension.
     *
     * @param seen what was tried, pending choices with an objective of infinity
     */
    double[] propose(Space space, List<Observation> seen, Random random);

    /** A choice and how it did. */
    record Observation(double[] positions, double objective) {}

    /** Every place as likely as the next. */
    record Uniform() implements Sampler {
        @Override
        public double[] propose(Space space, List<Observation> seen, Random random) {
            return random.doubles(space.dimensions().size()).toArray();
        }
    }
}
