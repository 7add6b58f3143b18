package io.millwright.portal.ui.models;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.millwright.governance.models.ModelVersion;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.DataTable;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.portal.ui.kit.Tile;
import java.util.Optional;

/** What a report says in figures and sentences: the first figures large, all of them in a table, remarks as a list. */
record ReportFigures(ReportData report, Optional<ModelVersion> before) {

    private static final int LARGE = 5;

    /** The figures that a template names first, which are those that decide. */
    Component tiles() {
        var tiles = El.div("mw-tiles");
        report.metrics().stream().limit(LARGE).forEach(metric -> {
            var tile = new Tile(Formats.figure(metric.value(), metric.unit()), metric.title())
                    .explained(metric.explanation());
            was(metric).ifPresent(was -> tile.against(ModelSigns.change(metric, was)));
            tiles.add(tile);
        });
        return tiles;
    }

    /** Whether there are others than the large ones. */
    boolean more() {
        return report.metrics().size() > LARGE;
    }

    Component table() {
        var table = new DataTable<ReportData.Metric>(tr("model.figures"));
        table.column(tr("compare.figure"), metric -> El.strong(metric.title()));
        table.text(tr("model.figures.value"), metric -> Formats.figure(metric.value(), metric.unit()))
                .right();
        before.ifPresent(version -> table.column(tr("model.figures.change", version.number()), metric -> was(metric)
                        .<Component>map(was -> ModelSigns.change(metric, was))
                        .orElseGet(() -> El.span("mw-faint", "–")))
                .right());
        table.column(tr("model.figures.meaning"), metric -> El.span("mw-muted", metric.explanation()));
        table.rows(report.metrics());
        return new Card(tr("model.figures"), table);
    }

    /** What the template says besides, e.g. what it took its data for; empty when it says nothing. */
    Optional<Component> remarks(String title) {
        var list = new UnorderedList();
        list.getStyle().set("margin", "0").set("padding-inline-start", "20px");
        report.notes().stream().filter(note -> !note.warning()).forEach(note -> list.add(new ListItem(note.text())));
        return list.getComponentCount() == 0 ? Optional.empty() : Optional.of(new Card(title, list));
    }

    private Optional<Double> was(ReportData.Metric metric) {
        return before.map(version -> version.metrics().get(metric.name()));
    }
}
