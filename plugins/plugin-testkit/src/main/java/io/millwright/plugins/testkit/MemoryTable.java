package io.millwright.plugins.testkit;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.ImageInput;
import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.TableInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A table in memory. Made by {@link TableBuilder}, {@link CsvFiles} or {@link ImageSets}; never changes; any number of cursors at once. */
public final class MemoryTable implements TableInput {

    private final List<Column> columns;
    private final List<ColumnValues> values;
    private final int[] rows;
    private final List<byte[]> images;

    MemoryTable(List<Column> columns, List<ColumnValues> values, int[] rows) {
        this(columns, values, rows, List.of());
    }

    private MemoryTable(List<Column> columns, List<ColumnValues> values, int[] rows, List<byte[]> images) {
        this.columns = List.copyOf(columns);
        this.values = List.copyOf(values);
        this.rows = rows;
        this.images = images;
    }

    /** The same table as the description of images, one for each row. */
    MemoryTable describing(List<byte[]> encoded) {
        if (encoded.size() != rows.length) {
            throw new IllegalArgumentException(
                    "%d rows cannot describe %d images".formatted(rows.length, encoded.size()));
        }
        return new MemoryTable(columns, values, rows, List.copyOf(encoded));
    }

    /** The images that the table describes; empty for a mere table. */
    public Optional<ImageInput> images() {
        return images.isEmpty() ? Optional.empty() : Optional.of(new Images());
    }

    private final class Images implements ImageInput {
        @Override
        public long count() {
            return rows.length;
        }

        @Override
        public byte[] read(long row) {
            return images.get(rows[Math.toIntExact(row)]).clone();
        }
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public long rowCount() {
        return rows.length;
    }

    @Override
    public RowCursor open(List<String> names) {
        return new MemoryCursor(names.stream().map(this::index).map(values::get).toList(), rows);
    }

    /** Whether there is a column of this name. */
    public boolean has(String name) {
        return columns.stream().anyMatch(column -> column.name().equals(name));
    }

    /** The table without some columns. */
    public MemoryTable without(String... names) {
        var gone = List.of(names);
        return only(column -> !gone.contains(column.name()));
    }

    /** The table with those columns that a rule keeps. */
    public MemoryTable only(Predicate<Column> keep) {
        var kept = IntStream.range(0, columns.size())
                .filter(index -> keep.test(columns.get(index)))
                .boxed()
                .toList();
        return new MemoryTable(
                kept.stream().map(columns::get).toList(),
                kept.stream().map(values::get).toList(),
                rows,
                images);
    }

    /** The rows from one position (inclusive, from 0) to another (exclusive), as far as there are. */
    public MemoryTable slice(int from, int to) {
        var start = Math.min(from, rows.length);
        return new MemoryTable(
                columns,
                values,
                java.util.Arrays.copyOfRange(rows, start, Math.max(start, Math.min(to, rows.length))),
                images);
    }

    /** The rows for which a rule over one column's text holds. */
    public MemoryTable where(String column, Predicate<@Nullable String> keep) {
        var tested = values.get(index(column));
        return new MemoryTable(
                columns,
                values,
                java.util.Arrays.stream(rows)
                        .filter(row -> keep.test(tested.text(row)))
                        .toArray(),
                images);
    }

    /** The same table with one column's every value missing. */
    public MemoryTable allMissing(String column) {
        var emptied = new ArrayList<>(values);
        emptied.set(
                index(column), ColumnValues.missing(columns.get(index(column)).type()));
        return new MemoryTable(columns, emptied, rows, images);
    }

    /** The same table with one column's every value replaced by a text, its type turned to TEXT. */
    public MemoryTable replacedByText(String column, String text) {
        var types = new ArrayList<>(columns);
        var replaced = new ArrayList<>(values);
        types.set(index(column), new Column(column, ColumnType.TEXT));
        replaced.set(index(column), ColumnValues.constant(text));
        return new MemoryTable(types, replaced, rows, images);
    }

    /** Every value of one column as text, missing ones as null, in the order of the rows. */
    public List<@Nullable String> texts(String column) {
        var wanted = values.get(index(column));
        var texts = new ArrayList<@Nullable String>(rows.length);
        for (var row : rows) {
            texts.add(wanted.text(row));
        }
        return texts;
    }

    /** Every value of one column as numbers, in the order of the rows. */
    public double[] numbers(String column) {
        var wanted = values.get(index(column));
        return java.util.Arrays.stream(rows).mapToDouble(wanted::number).toArray();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MemoryTable table
                && columns.equals(table.columns)
                && rows.length == table.rows.length
                && columns.stream().allMatch(column -> texts(column.name()).equals(table.texts(column.name())));
    }

    @Override
    public int hashCode() {
        return Objects.hash(columns, rows.length);
    }

    @Override
    public String toString() {
        return "%d rows of %s".formatted(rows.length, columns);
    }

    private int index(String name) {
        for (var index = 0; index < columns.size(); index++) {
            if (columns.get(index).name().equals(name)) {
                return index;
            }
        }
        throw new IllegalArgumentException("there is no column \"" + name + "\" in " + columns);
    }
}
