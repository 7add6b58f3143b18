package io.millwright.templates.maintenance.odd;

/** Ways in which a channel can be odd. */
enum Sign {
    LEVEL("is %s usual", 1, false),
    SHORT_LEVEL("has been %s usual for a while", Signals.SHORT, false),
    LONG_LEVEL("has been %s usual for long", Signals.LONG, false),
    RELATION("is %s what the other sensors lead to expect", 1, true),
    SHORT_RELATION("has been %s what the other sensors lead to expect for a while", Signals.SHORT, true),
    LONG_RELATION("has been %s what the other sensors lead to expect for long", Signals.LONG, true),
    STUCK("hardly moves", Signals.STILL, false);

    private final String words;
    private final int window;
    private final boolean relation;

    Sign(String words, int window, boolean relation) {
        this.words = words;
        this.window = window;
        this.relation = relation;
    }

    /** Rows of the past that are looked at. */
    int window() {
        return window;
    }

    /** Whether it is about a channel beside the others, and not about its level. */
    boolean isRelation() {
        return relation;
    }

    /** @param value above or below what is usual */
    String inWords(String channel, double value) {
        return channel + " " + words.formatted(value >= 0 ? "above" : "below");
    }
}
