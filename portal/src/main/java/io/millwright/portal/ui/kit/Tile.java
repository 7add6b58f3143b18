package io.millwright.portal.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.shared.Tooltip;

/** One figure: how much, of what, against what. */
public final class Tile extends Div {

    private final Small caption;

    public Tile(String figure, String of) {
        addClassName("mw-tile");
        caption = new Small(of);
        add(El.span("n", figure), caption);
    }

    /** One sentence for those who have never heard of it, on hover and focus. */
    public Tile explained(String explanation) {
        if (!explanation.isBlank()) {
            getElement().setAttribute("tabindex", "0");
            getElement().setAttribute("aria-description", explanation);
            Tooltip.forComponent(this).withText(explanation).withHoverDelay(200);
        }
        return this;
    }

    /** Something after the caption, e.g. how it changed. */
    public Tile against(Component comparison) {
        var words = caption.getText();
        caption.setText("");
        caption.add(El.text(words + " · "), comparison);
        return this;
    }
}
