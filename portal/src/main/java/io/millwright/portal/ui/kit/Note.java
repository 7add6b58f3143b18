package io.millwright.portal.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** A sentence that must be seen, in the page. */
public final class Note extends Div {

    public Note(Chip.Tone tone, String text, Component... more) {
        addClassName("mw-note");
        if (tone != Chip.Tone.PLAIN) {
            addClassName(tone.name().toLowerCase(java.util.Locale.ROOT));
        }
        add(El.p(text));
        add(more);
    }
}
