package io.millwright.portal.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** A surface with a heading. */
public final class Card extends Section {

    private final Header header = new Header();

    public Card(String title, Component... children) {
        addClassName("mw-card");
        var heading = El.h2(title);
        header.add(heading);
        add(header);
        add(children);
        getElement().setAttribute("aria-label", title);
    }

    /** A surface without a heading. */
    public Card() {
        addClassName("mw-card");
    }

    /** A surface that a table fills to its edges. */
    public static Card around(Component table) {
        var card = new Card();
        card.addClassName("mw-table-card");
        card.add(table);
        return card;
    }

    /** Puts a quiet remark or a link at the right of the heading. */
    public Card aside(Component... remark) {
        header.add(El.classed(new Span(remark), "aside"));
        return this;
    }

    public Card aside(String remark) {
        return aside(El.text(remark));
    }
}
