package io.millwright.portal.ui.kit;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;

/** The stations of something that goes through stations. */
public final class Steps extends OrderedList {

    /** Where a station stands. */
    public enum Progress {
        DONE,
        NOW,
        BAD,
        AHEAD
    }

    public Steps() {
        addClassName("mw-steps");
    }

    public Steps step(Progress progress, String title, String remark) {
        var item = new ListItem(new Span(title), new Span(remark));
        if (progress != Progress.AHEAD) {
            item.addClassName(progress.name().toLowerCase(java.util.Locale.ROOT));
        }
        if (progress == Progress.NOW) {
            item.getElement().setAttribute("aria-current", "step");
        }
        add(item);
        return this;
    }
}
