package io.millwright.plugins.api;

/** What {@link Template#inspect} is given. */
public interface InspectionContext extends DatasetContext {

    /** What was understood; exactly once. */
    void understood(Understanding understanding);
}
