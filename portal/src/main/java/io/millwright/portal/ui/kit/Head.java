package io.millwright.portal.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;

/** The beginning of a page: the answer as a title, one sentence, the next acts at the right. */
public final class Head extends Header {

    private final Div title;
    private final Div lede = El.div("mw-lede");
    private final Div acts = El.div("acts");

    public Head(String answer) {
        addClassName("mw-head");
        title = El.div("mw-title", new H1(answer));
        lede.setVisible(false);
        acts.setVisible(false);
        add(El.div("words", title, lede), acts);
    }

    public Head lede(String sentence) {
        return lede(El.text(sentence));
    }

    public Head lede(Component... words) {
        lede.removeAll();
        lede.add(words);
        lede.setVisible(true);
        return this;
    }

    public Head chip(Component... chips) {
        title.add(chips);
        return this;
    }

    public Head act(Component... more) {
        acts.add(more);
        acts.setVisible(true);
        return this;
    }

    /** The one filled button of a page: the next act. */
    public static Button primary(String text, Runnable act) {
        var button = new Button(text, click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    public static Button plain(String text, Runnable act) {
        return new Button(text, click -> act.run());
    }
}
