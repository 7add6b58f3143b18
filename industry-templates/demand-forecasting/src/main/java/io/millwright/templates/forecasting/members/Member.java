package io.millwright.templates.forecasting.members;

import io.millwright.templates.forecasting.panel.Histories;

/**
 * A way to forecast series from their own past, in closed form or nearly so, and so quick that it is fitted anew at every
 * moment.
 */
public interface Member {

    /** Stable identity, kept with a model. */
    String name();

    /** What people call it. */
    String title();

    /**
     * The next steps of every series; each series must have at least one value.
     *
     * @return by series, then step
     */
    double[][] forecast(Histories histories, int horizon) throws InterruptedException;
}
