package io.millwright.templates.learning.search;

import java.util.Random;

/** Where choices of a parameter lie, as a probability over its positions. */
sealed interface Density permits ParzenDensity, Shares {
    /** Always above 0. */
    double at(double position);

    double draw(Random random);
}
