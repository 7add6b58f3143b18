package io.millwright.portal.ui.kit;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;

/** The {@code <small>} element: a second, quieter line. */
@Tag("small")
public final class Small extends HtmlContainer {

    public Small(String text) {
        setText(text);
    }
}
