package io.millwright.governance.datasets.internal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * The table on a sheet: rows and columns around it may be empty, and a title may stand above it. It begins with the first row
 * that is about as wide as those that follow.
 */
final class WorkbookRecords extends BufferedRecords {

    private static final int LOOKED_AT = 50;

    private final WorkbookCells cells;
    private final Iterator<Row> rows;
    private final List<Row> head = new ArrayList<>();
    private final boolean header;
    private final int first;
    private final int last;
    private final RecordBuffer record;
    private int nextOfHead;
    private long line;
    private boolean named;

    WorkbookRecords(WorkbookCells cells, Iterator<Row> rows) {
        this.cells = cells;
        this.rows = rows;
        while (rows.hasNext() && head.size() < LOOKED_AT) {
            var row = rows.next();
            if (filled(row) > 0) {
                head.add(row);
            }
        }
        if (head.isEmpty()) {
            throw Refusals.empty();
        }
        var widest = head.stream().mapToInt(this::filled).max().orElse(0);
        while (filled(head.get(nextOfHead)) * 2 < widest) {
            nextOfHead++;
        }
        var names = head.get(nextOfHead);
        this.first = edge(names, true);
        this.last = edge(names, false);
        this.header = areNames(names);
        this.record = new RecordBuffer(last - first + 1);
    }

    boolean header() {
        return header;
    }

    private int filled(Row row) {
        return (int) row.stream().filter(cell -> cells.text(cell) != null).count();
    }

    private int edge(Row row, boolean left) {
        var columns =
                java.util.stream.IntStream.range(0, row.getCellCount()).filter(column -> text(row, column) != null);
        return left ? columns.min().orElse(0) : columns.max().orElse(0);
    }

    private boolean areNames(Row row) {
        for (var column = first; column <= last; column++) {
            if (text(row, column) != null && !cells.isName(row.getCell(column))) {
                return false;
            }
        }
        return head.size() > nextOfHead + 1;
    }

    private @Nullable String text(Row row, int column) {
        return column < row.getCellCount() ? cells.text(row.getCell(column)) : null;
    }

    @Override
    public boolean next() {
        var row = nextRow();
        if (row == null) {
            return false;
        }
        record.clear();
        line = row.getRowNum();
        var width = edge(row, false);
        if (width > last) {
            throw Refusals.ragged(line, width - first + 1, last - first + 1, header);
        }
        var names = header && !named;
        named = true;
        for (var column = first; column <= last; column++) {
            var value = text(row, column);
            if (value == null && names) {
                value = "column" + (column - first + 1);
            }
            if (value != null) {
                record.set(column - first, value, false, line);
            }
        }
        return true;
    }

    private @Nullable Row nextRow() {
        if (nextOfHead < head.size()) {
            return head.get(nextOfHead++);
        }
        while (rows.hasNext()) {
            var row = rows.next();
            if (filled(row) > 0) {
                return row;
            }
        }
        return null;
    }

    @Override
    RecordBuffer record() {
        return record;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public void close() {
        // The workbook is closed by who opened it.
    }
}
