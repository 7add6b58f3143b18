package io.millwright.portal.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.util.List;

/** Log lines as they come: {@code <mw-log>}. */
@Tag("mw-log")
public final class LogPane extends Component {

    /** @param tone empty, {@code warn}, {@code error} or {@code mark} */
    public record Line(String time, String text, String tone) {}

    public LogPane(boolean live) {
        var element = getElement();
        element.setAttribute("live", live);
        element.setAttribute("data-label", Texts.tr("log.label"));
        element.setAttribute("data-unit", Texts.tr("log.lines"));
        element.setAttribute("data-following", Texts.tr("log.following"));
        element.setAttribute("data-paused", Texts.tr("log.paused"));
        element.setAttribute("data-follow", Texts.tr("log.follow"));
    }

    public void add(List<Line> lines) {
        if (!lines.isEmpty()) {
            // The module that defines the element may still be on its way.
            getElement()
                    .executeJs(
                            "if (this.add) this.add($0); else this.early = [...(this.early ?? []), ...$0]",
                            Json.of(lines));
        }
    }

    public void live(boolean live) {
        getElement().setAttribute("live", live);
    }
}
