package io.millwright.templates.learning.search;

/** Hears how a search goes. */
public interface SearchListener {
    /**
     * Called before the first trials and after each batch of them.
     *
     * @param ended trials that have ended
     * @param expected trials in all, unless the search ends early
     * @param best the least objective so far; NaN while there is none
     * @throws InterruptedException to give the search up
     */
    void heard(int ended, int expected, double best) throws InterruptedException;

    /** Hears nothing. */
    static SearchListener silent() {
        return (ended, expected, best) -> {};
    }
}
