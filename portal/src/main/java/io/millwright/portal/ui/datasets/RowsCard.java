package io.millwright.portal.ui.datasets;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.millwright.governance.datasets.ColumnType;
import io.millwright.governance.datasets.DatasetVersion;
import io.millwright.governance.datasets.RowPage;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Formats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table, a page at a time: as the file has them, of a scored table those with the highest scores first. Wide
 * tables scroll sideways here, alone.
 */
final class RowsCard extends Div {

    private static final int ROWS = 12;
    private static final int FIGURE = 9;

    /** Where pages come from. */
    interface Source {
        List<List<@Nullable String>> rows(RowPage.Order order, long offset, int limit) throws IOException;
    }

    private final DatasetVersion version;
    private final ShownColumns shown;
    private final Source source;
    private final Div place = El.div("mw-scroll");
    private final Div range = El.div("mw-muted");
    private final Button back = new Button(tr("rows.back"), click -> turn(-ROWS));
    private final Button on = new Button(tr("rows.on"), click -> turn(ROWS));
    private final Div which = El.div("mw-muted");
    private final Button before = new Button(tr("rows.columns.back"), click -> shift(-ShownColumns.MOST));
    private final Button after = new Button(tr("rows.columns.on"), click -> shift(ShownColumns.MOST));
    private long offset;
    /** The first of the columns that are shown, of a table that is wide. */
    private int left;

    private List<List<@Nullable String>> lines;

    /** @param first the first rows of the file, which are known without reading it */
    RowsCard(DatasetVersion version, List<List<@Nullable String>> first, Source source) {
        this.version = version;
        this.shown = ShownColumns.of(version);
        this.source = source;
        // Wide tables are scrolled with the keyboard, too.
        place.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "group")
                .setAttribute("aria-label", title());
        var card = new Card(title(), place);
        if (shown.wide()) {
            card.addComponentAtIndex(1, columns());
        }
        if (version.rows() > ROWS) {
            card.add(El.div("mw-row mw-between", range, El.div("mw-row", back, on)));
        }
        add(card);
        lines = shown.scored() ? read() : first.stream().limit(ROWS).toList();
        show();
    }

    private String title() {
        return tr(shown.scored() ? "rows.scored" : "rows");
    }

    private void turn(int rows) {
        offset = Math.clamp(offset + rows, 0, version.rows() - 1);
        lines = read();
        show();
    }

    /** Which columns of a wide table are shown, and a way to any other. */
    private Component columns() {
        var plain = shown.plain();
        var find = new ComboBox<Integer>();
        find.setPlaceholder(tr("rows.columns.find"));
        find.setAriaLabel(tr("rows.columns.find"));
        find.setItems(plain);
        find.setItemLabelGenerator(at -> version.columns().get(at).name());
        find.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                shift(plain.indexOf(change.getValue()) - left);
            }
        });
        return El.div("mw-row mw-between", El.div("mw-row", find, which), El.div("mw-row", before, after));
    }

    private void shift(int columns) {
        left = Math.clamp(left + columns, 0, Math.max(0, shown.plain().size() - ShownColumns.MOST));
        show();
    }

    private List<List<@Nullable String>> read() {
        var order = shown.scored()
                ? new RowPage.Order(version.columns().get(shown.score()).name(), true)
                : RowPage.Order.OF_THE_FILE;
        try {
            return source.rows(order, offset, ROWS);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void show() {
        var table = new NativeTable();
        table.addClassName("mw-table");
        table.getElement().setAttribute("aria-label", title());
        table.getHead().add(header());
        lines.forEach(row -> table.getBody().add(line(row)));
        place.removeAll();
        place.add(table);
        range.setText(tr(
                "rows.range",
                Formats.count(offset + 1),
                Formats.count(offset + lines.size()),
                Formats.count(version.rows())));
        back.setEnabled(offset > 0);
        on.setEnabled(offset + lines.size() < version.rows());
        var part = shown.part(left).size();
        which.setText(tr("rows.columns", left + 1, left + part, shown.plain().size()));
        before.setEnabled(left > 0);
        after.setEnabled(left + part < shown.plain().size());
    }

    private NativeTableRow header() {
        var header = new NativeTableRow();
        if (shown.scored()) {
            header.add(El.classed(
                    new NativeTableHeaderCell(
                            version.columns().get(shown.score()).name()),
                    "r fit"));
        }
        List<NativeTableHeaderCell> reasons =
                shown.reasons().isEmpty() ? List.of() : List.of(new NativeTableHeaderCell(tr("rows.reasons")));
        var plain = shown.part(left).stream()
                .map(at -> El.classed(
                        new NativeTableHeaderCell(version.columns().get(at).name()), align(at)))
                .toList();
        inOrder(reasons, plain).forEach(cell -> header.add(cell));
        return header;
    }

    private NativeTableRow line(List<@Nullable String> row) {
        var line = new NativeTableRow();
        if (shown.scored()) {
            line.add(El.classed(new NativeTableCell(El.strong(score(row.get(shown.score())))), "r fit"));
        }
        List<NativeTableCell> reasons = shown.reasons().isEmpty() ? List.of() : List.of(reasons(row));
        var plain = shown.part(left).stream()
                .map(at -> El.classed(new NativeTableCell(value(at, row.get(at))), align(at)))
                .toList();
        inOrder(reasons, plain).forEach(cell -> line.add(cell));
        return line;
    }

    /** Reasons belong to the score; where there is none, the answer stands in the columns. */
    private <C> Stream<C> inOrder(List<C> reasons, List<C> plain) {
        return shown.scored()
                ? Stream.concat(reasons.stream(), plain.stream())
                : Stream.concat(plain.stream(), reasons.stream());
    }

    private NativeTableCell reasons(List<@Nullable String> row) {
        var cell = new NativeTableCell();
        for (var at : shown.reasons()) {
            var reason = row.get(at);
            if (reason != null && !reason.isBlank()) {
                cell.add(new Div(reason));
            }
        }
        return cell;
    }

    private static String score(@Nullable String value) {
        try {
            return value == null ? "–" : Formats.figure(Double.parseDouble(value), "");
        } catch (NumberFormatException words) {
            return String.valueOf(value);
        }
    }

    private Component value(int at, @Nullable String value) {
        if (value == null) {
            return El.span("mw-faint", tr("rows.missing"));
        }
        if (version.columns().get(at).type() == ColumnType.DECIMAL && value.length() > FIGURE) {
            return rounded(value);
        }
        return El.text(value.length() <= 60 ? value : value.substring(0, 59) + "…");
    }

    /** Nobody reads sixteen digits; who wants them points at the figure. */
    private static Component rounded(String value) {
        try {
            var shown = El.span("", String.format(Locale.ROOT, "%.6g", Double.parseDouble(value)));
            shown.getElement().setAttribute("title", value);
            return shown;
        } catch (NumberFormatException words) {
            return El.text(value);
        }
    }

    private String align(int at) {
        var type = version.columns().get(at).type();
        return type == ColumnType.INTEGER || type == ColumnType.DECIMAL ? "r" : "";
    }
}
