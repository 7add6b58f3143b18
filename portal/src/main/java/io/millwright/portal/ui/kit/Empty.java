package io.millwright.portal.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** Where nothing is yet: says what will be here and what to do. */
public final class Empty extends Div {

    public Empty(String title, String whatToDo, Component... acts) {
        addClassName("mw-empty");
        add(El.h2(title), El.p(whatToDo));
        add(acts);
    }
}
