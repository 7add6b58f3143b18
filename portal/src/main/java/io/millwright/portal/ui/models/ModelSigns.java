package io.millwright.portal.ui.models;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.html.Span;
import io.millwright.governance.models.Stage;
import io.millwright.portal.ui.kit.Chip;
import io.millwright.portal.ui.kit.Chip.Tone;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Formats;

/** How models are shown wherever they appear. */
public final class ModelSigns {

    private ModelSigns() {}

    public static Chip stage(Stage stage) {
        var tone =
                switch (stage) {
                    case DRAFT, ARCHIVED -> Tone.PLAIN;
                    case PENDING_REVIEW -> Tone.WARN;
                    case APPROVED -> Tone.GOOD;
                    case REJECTED -> Tone.BAD;
                };
        return new Chip(tone, tr("stage." + stage.name()));
    }

    /** A change with its sign, green when it is for the better. */
    public static Span change(ReportData.Metric metric, double before) {
        var change = metric.value() - before;
        if (change == 0) {
            return El.span("mw-faint", tr("model.same"));
        }
        var share = metric.unit().equals("%");
        var words = (change >= 0 ? "+" : "−") + Formats.figure(Math.abs(change), share ? "%" : "");
        var classes = metric.improves(change)
                .map(better -> better ? "mw-up" : "mw-down")
                .orElse("mw-muted");
        return El.span(classes, words);
    }
}
