package io.millwright.portal.ui.kit;

import com.vaadin.flow.component.html.Span;

/** A state as a word with a colour, never a colour alone. */
public final class Chip extends Span {

    /** What the colour says. */
    public enum Tone {
        PLAIN,
        GOOD,
        WARN,
        BAD,
        ACCENT
    }

    public Chip(Tone tone, String text) {
        super(text);
        addClassName("mw-chip");
        if (tone != Tone.PLAIN) {
            addClassName(tone.name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    /** Beats softly: what it names goes on right now. */
    public Chip live() {
        addClassName("live");
        return this;
    }
}
