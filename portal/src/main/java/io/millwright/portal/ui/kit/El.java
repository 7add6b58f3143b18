package io.millwright.portal.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Makes plain elements in one line. Class names are those of the theme in {@code frontend}. */
public final class El {

    private El() {}

    public static Div div(String classes, Component... children) {
        return classed(new Div(children), classes);
    }

    public static Span span(String classes, String text) {
        return classed(new Span(text), classes);
    }

    public static Span span(String classes, Component... children) {
        return classed(new Span(children), classes);
    }

    public static Paragraph p(String text) {
        return new Paragraph(text);
    }

    public static Paragraph p(String classes, String text) {
        return classed(new Paragraph(text), classes);
    }

    public static Text text(String text) {
        return new Text(text);
    }

    public static Span strong(String text) {
        var strong = new Span(text);
        strong.getStyle().set("font-weight", "600");
        return strong;
    }

    /** A second, quieter line. */
    public static Component small(String text) {
        return new Small(text);
    }

    public static Span mono(String text) {
        return span("mw-mono", text);
    }

    public static H2 h2(String text) {
        return new H2(text);
    }

    /** A link to another page of ours, followed without loading the page anew. */
    public static Anchor link(String href, String text) {
        var link = new Anchor("/" + href, text);
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    /** A link that is the main thing of its table row. */
    public static Anchor mainLink(String href, String text) {
        return classed(link(href, text), "main");
    }

    public static <C extends HasStyle> C classed(C component, String classes) {
        if (!classes.isBlank()) {
            component.addClassNames(classes.split(" "));
        }
        return component;
    }
}
