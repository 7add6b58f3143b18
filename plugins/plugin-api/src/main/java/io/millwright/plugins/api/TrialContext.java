package io.millwright.plugins.api;

import java.util.Map;

/** What {@link Template#trial} is given. */
public interface TrialContext extends DatasetContext {

    Trial trial();

    /**
     * The outcome; exactly once.
     *
     * @param objective what the search makes small, finite, comparable between trials of one training
     * @param figures further figures by name, for people who compare
     */
    void result(double objective, Map<String, Double> figures);
}
