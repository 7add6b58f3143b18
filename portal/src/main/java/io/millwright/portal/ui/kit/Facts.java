package io.millwright.portal.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import java.util.Locale;

/** Names and values, one pair a line. */
public final class Facts extends DescriptionList {

    public Facts() {
        addClassName("mw-facts");
    }

    public Facts fact(String name, String value) {
        return fact(name, El.text(value));
    }

    public Facts fact(String name, Component... value) {
        add(new Term(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)), new Description(value));
        return this;
    }

    /** Technical truth: small, in one width; the name stands as it is. */
    public Facts technical(String name, String value) {
        add(new Term(name), new Description(El.mono(value)));
        return this;
    }

    /** Values at the right edge. */
    public Facts ends() {
        addClassName("ends");
        return this;
    }
}
