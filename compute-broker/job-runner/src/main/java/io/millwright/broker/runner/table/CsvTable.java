package io.millwright.broker.runner.table;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.TableInput;
import java.nio.file.Path;
import java.util.List;

/** A table in canonical CSV (RFC 4180, UTF-8, header line; missing = empty, empty text = {@code ""}). */
public final class CsvTable implements TableInput {

    private final Path file;
    private final List<Column> columns;
    private final long rowCount;

    /**
     * @param columns in the order of the file
     * @param rowCount rows after the header, as the platform counted them
     */
    public CsvTable(Path file, List<Column> columns, long rowCount) {
        this.file = file;
        this.columns = List.copyOf(columns);
        this.rowCount = rowCount;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public long rowCount() {
        return rowCount;
    }

    @Override
    public RowCursor open(List<String> names) {
        int[] wanted = new int[names.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = indexOf(names.get(i));
        }
        return new CsvCursor(new CsvRows(file, columns.size()), columns, wanted);
    }

    private int indexOf(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("the table has no column \"" + name + "\"");
    }
}
