package io.millwright.portal.ui.datasets;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.millwright.governance.datasets.ColumnType;
import io.millwright.governance.datasets.DatasetVersion;
import io.millwright.governance.datasets.Profile;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.El;

/** The first rows of a table, as they are. Wide tables scroll sideways here, alone. */
final class SampleCard extends Div {

    private static final int ROWS = 12;
    private static final int COLUMNS = 40;

    SampleCard(DatasetVersion version, Profile profile) {
        var columns = version.columns().stream().limit(COLUMNS).toList();
        var table = new NativeTable();
        table.addClassName("mw-table");
        table.getElement().setAttribute("aria-label", tr("dataset.sample"));
        var head = new NativeTableRow();
        columns.forEach(column -> head.add(El.classed(new NativeTableHeaderCell(column.name()), align(column.type()))));
        table.getHead().add(head);
        profile.sample().stream().limit(ROWS).forEach(values -> {
            var row = new NativeTableRow();
            for (var at = 0; at < columns.size(); at++) {
                var value = values.get(at);
                var cell =
                        El.classed(new NativeTableCell(), align(columns.get(at).type()));
                cell.add(value == null ? El.span("mw-faint", tr("dataset.sample.missing")) : El.text(shortened(value)));
                row.add(cell);
            }
            table.getBody().add(row);
        });
        var card = new Card(tr("dataset.sample"), El.div("mw-scroll", table));
        if (version.columns().size() > COLUMNS) {
            card.aside(tr("dataset.sample.columns", COLUMNS, version.columns().size()));
        }
        add(card);
    }

    private static String align(ColumnType type) {
        return type == ColumnType.INTEGER || type == ColumnType.DECIMAL ? "r" : "";
    }

    private static String shortened(String value) {
        return value.length() <= 60 ? value : value.substring(0, 59) + "…";
    }
}
