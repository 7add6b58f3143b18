package io.millwright.portal.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;

/** Names and values, one pair a line. */
public final class Facts extends DescriptionList {

    public Facts() {
        addClassName("mw-facts");
    }

    public Facts fact(String name, String value) {
        return fact(name, El.text(value));
    }

    public Facts fact(String name, Component... value) {
        add(new Term(name), new Description(value));
        return this;
    }

    /** Technical truth: small, in one width. */
    public Facts technical(String name, String value) {
        return fact(name, El.mono(value));
    }

    /** Values at the right edge. */
    public Facts ends() {
        addClassName("ends");
        return this;
    }
}
