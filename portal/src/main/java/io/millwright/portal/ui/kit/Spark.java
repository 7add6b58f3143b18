package io.millwright.portal.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A few numbers as a tiny picture; the label says the same in words. */
@Tag("mw-spark")
public final class Spark extends Component implements HasSize, HasStyle {

    private Spark(String kind, List<? extends @Nullable Number> values, String label) {
        getElement().setAttribute("kind", kind);
        getElement().setAttribute("values", values.toString());
        getElement().setAttribute("label", label);
    }

    /** A line; it is broken where a value is missing. */
    public static Spark line(List<? extends @Nullable Number> values, String label) {
        return new Spark("line", values, label);
    }

    /** A histogram. */
    public static Spark bars(List<? extends Number> values, String label) {
        return new Spark("bars", values, label);
    }
}
