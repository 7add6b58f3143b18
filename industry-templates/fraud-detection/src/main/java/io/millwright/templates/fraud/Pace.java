package io.millwright.templates.fraud;

import io.millwright.plugins.api.Progress;

/**
 * How far a training with a search is. Steps tell how far they are in a training without one; the trials take most of the time,
 * so all else is pressed together around them.
 */
record Pace(Progress progress) implements Progress {

    /** Where the search begins and ends as its steps tell it, and as shares of the time. */
    static final double SEARCH = 0.33;

    static final double SEARCHED = 0.35;
    private static final double SEARCH_SHARE = 0.04;
    private static final double SEARCHED_SHARE = 0.88;

    /** As told where the preset does not search. */
    static Progress of(Progress progress, Settings settings) {
        return settings.preset().equals("best") ? new Pace(progress) : progress;
    }

    @Override
    public void update(double fraction, String activity) throws InterruptedException {
        progress.update(share(fraction), activity);
    }

    static double share(double told) {
        if (told <= SEARCH) {
            return between(0, SEARCH_SHARE, told / SEARCH);
        }
        return told <= SEARCHED
                ? between(SEARCH_SHARE, SEARCHED_SHARE, (told - SEARCH) / (SEARCHED - SEARCH))
                : between(SEARCHED_SHARE, 1, (told - SEARCHED) / (1 - SEARCHED));
    }

    private static double between(double from, double to, double part) {
        return from + (to - from) * part;
    }

    @Override
    public void log(String line) {
        progress.log(line);
    }

    @Override
    public void metric(String name, long step, double value) {
        progress.metric(name, step, value);
    }
}
