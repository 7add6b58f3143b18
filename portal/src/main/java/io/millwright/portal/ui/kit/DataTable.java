package io.millwright.portal.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table of some hundred rows at most: plain HTML that readers, tests and printers understand, sortable, and turned into
 * blocks on narrow screens. More rows are shown in portions; longer lists come in pages from their service.
 */
public final class DataTable<T> extends Div {

    private final List<Column<T>> columns = new ArrayList<>();
    private final NativeTable table = new NativeTable();
    private final Div more = El.div("mw-row");
    private List<T> rows = List.of();
    private @Nullable Column<T> sortedBy;
    private boolean descending;
    private Function<T, Boolean> marked = row -> false;
    private int portion = Integer.MAX_VALUE;
    private int shown = Integer.MAX_VALUE;

    public DataTable(String caption) {
        addClassName("mw-table-wrap");
        table.addClassNames("mw-table", "stacks");
        table.getElement().setAttribute("aria-label", caption);
        add(table, more);
    }

    /** Adds a column; the renderer makes one cell. */
    public Column<T> column(String header, Function<T, Component> cell) {
        var column = new Column<>(header, cell);
        columns.add(column);
        return column;
    }

    public Column<T> text(String header, Function<T, String> cell) {
        return column(header, row -> El.text(cell.apply(row)));
    }

    /** Rows shown as chosen. */
    public void mark(Function<T, Boolean> marked) {
        this.marked = marked;
    }

    /** Shows so many rows, and so many more each time a person asks. */
    public void atMost(int rows) {
        portion = rows;
    }

    public void rows(List<T> rows) {
        this.rows = List.copyOf(rows);
        shown = portion;
        render();
    }

    public List<T> rows() {
        return rows;
    }

    private void render() {
        var head = new NativeTableRow();
        columns.forEach(column -> head.add(header(column)));
        table.getHead().removeAll();
        table.getHead().add(head);
        var body = table.getBody();
        body.removeAll();
        sorted().stream().limit(shown).forEach(row -> body.add(render(row)));
        more.removeAll();
        if (rows.size() > shown) {
            more.add(
                    new Button(Texts.tr("table.more", Math.min(portion, rows.size() - shown)), click -> {
                        shown += portion;
                        render();
                    }),
                    El.span("mw-muted", Texts.tr("table.shown", shown, Formats.count(rows.size()))));
        }
    }

    private NativeTableHeaderCell header(Column<T> column) {
        var cell = new NativeTableHeaderCell();
        cell.getElement().setAttribute("scope", "col");
        column.style(cell);
        if (column.order == null) {
            cell.setText(column.header);
            return cell;
        }
        cell.add(new NativeButton(column.header, click -> sort(column)));
        if (column == sortedBy) {
            cell.getElement().setAttribute("aria-sort", descending ? "descending" : "ascending");
        }
        return cell;
    }

    private void sort(Column<T> column) {
        descending = column == sortedBy && !descending;
        sortedBy = column;
        render();
    }

    private List<T> sorted() {
        if (sortedBy == null || sortedBy.order == null) {
            return rows;
        }
        return rows.stream()
                .sorted(descending ? sortedBy.order.reversed() : sortedBy.order)
                .toList();
    }

    private NativeTableRow render(T row) {
        var line = new NativeTableRow();
        line.setClassName("on", marked.apply(row));
        for (var column : columns) {
            var cell = new NativeTableCell();
            cell.add(column.cell.apply(row));
            cell.getElement().setAttribute("data-label", column.header);
            column.style(cell);
            line.add(cell);
        }
        return line;
    }

    /** One column. */
    public static final class Column<T> {

        private final String header;
        private final Function<T, Component> cell;
        private @Nullable Comparator<T> order;
        private String classes = "";

        private Column(String header, Function<T, Component> cell) {
            this.header = header;
            this.cell = cell;
        }

        public <K extends Comparable<? super K>> Column<T> sortable(Function<T, K> key) {
            this.order = Comparator.comparing(key);
            return this;
        }

        /** Figures stand at the right. */
        public Column<T> right() {
            classes = "r";
            return this;
        }

        /** No wider than its words. */
        public Column<T> fit() {
            classes = "fit";
            return this;
        }

        private void style(com.vaadin.flow.component.HasStyle cell) {
            El.classed(cell, classes);
        }
    }
}
