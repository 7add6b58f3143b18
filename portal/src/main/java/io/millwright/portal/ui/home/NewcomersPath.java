package io.millwright.portal.ui.home;

/** Which of the five steps to a first result are done. */
record NewcomersPath(boolean installed, boolean data, boolean trained, boolean model, boolean scored) {

    boolean begun() {
        return installed || data || trained;
    }

    boolean complete() {
        return installed && data && trained && model && scored;
    }

    int done() {
        var done = 0;
        for (var step : new boolean[] {installed, data, trained, model, scored}) {
            done += step ? 1 : 0;
        }
        return done;
    }
}
