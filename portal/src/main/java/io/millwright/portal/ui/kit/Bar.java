package io.millwright.portal.ui.kit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;

/** How far something is, 0 to 1. */
public final class Bar extends Div {

    private final Element filled = new Element("i");

    public Bar(String label) {
        addClassName("mw-bar");
        getElement().setAttribute("role", "progressbar");
        getElement().setAttribute("aria-label", label);
        getElement().setAttribute("aria-valuemin", "0");
        getElement().setAttribute("aria-valuemax", "100");
        getElement().appendChild(filled);
    }

    public Bar(String label, double share) {
        this(label);
        set(share);
    }

    public void set(double share) {
        var percent = Math.round(Math.clamp(share, 0, 1) * 1000) / 10.0;
        removeClassName("idle");
        filled.getStyle().set("width", percent + "%");
        getElement().setAttribute("aria-valuenow", "" + Math.round(percent));
    }

    /** Something goes on, nobody knows how far it is. */
    public void idle() {
        addClassName("idle");
        filled.getStyle().remove("width");
        getElement().removeAttribute("aria-valuenow");
    }

    public Bar warn(boolean warn) {
        setClassName("warn", warn);
        return this;
    }
}
