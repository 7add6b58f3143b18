package io.millwright.portal.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import tools.jackson.databind.JsonNode;

/** A threshold that people move, with what each choice means: {@code <mw-threshold>}. */
@Tag("mw-threshold")
public final class ThresholdView extends Component {

    public ThresholdView(JsonNode data) {
        getElement().setAttribute("data-reset", Texts.tr("chart.recommended.back"));
        getElement().setAttribute("data-recommended", Texts.tr("chart.recommended"));
        getElement().setPropertyJson("data", Json.of(data));
    }
}
