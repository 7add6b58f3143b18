package io.millwright.templates.maintenance.scoring;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.ScoringContext;
import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.api.TableOutput;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.learning.encoding.ColumnProfile;
import io.millwright.templates.learning.encoding.DayAndClock;
import io.millwright.templates.learning.encoding.TableProfile;
import io.millwright.templates.learning.encoding.WholeDates;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a result: for each row of the file its number, its keys as given, and what was found about it. */
public final class ResultWriter {

    /** Reasons that a row can have. */
    public static final int REASONS = 3;

    private final ScoringContext context;
    private final List<Column> keys;

    /** @param keys names of columns that say which row it is, such as machine and time; null for one that there is not */
    public ResultWriter(ScoringContext context, TableProfile profile, @Nullable String... keys) {
        this.context = context;
        this.keys = Stream.of(keys)
                .filter(name -> name != null)
                .flatMap(name -> profile.column(name).stream())
                .map(ColumnProfile::column)
                .toList();
    }

    /** What was found about a row. */
    @FunctionalInterface
    public interface Answer {
        /**
         * Adds a value for each of the columns.
         *
         * @param source position in the file
         */
        void write(int source, TableOutput result);
    }

    /** @param found columns of what was found; renamed where a key has the same name */
    public void write(List<Column> found, Answer answer) throws TemplateException {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("row", ColumnType.INTEGER));
        columns.addAll(keys);
        Set<String> taken = new HashSet<>(columns.stream().map(Column::name).toList());
        found.forEach(column -> columns.add(new Column(free(column.name(), taken), column.type())));
        TableInput dataset = DayAndClock.of(WholeDates.of(context.dataset()));
        try (TableOutput result = context.result(columns);
                RowCursor cursor = dataset.open(opened(dataset))) {
            for (int source = 0; cursor.next(); source++) {
                result.integer(source + 1L);
                for (int key = 0; key < keys.size(); key++) {
                    copy(cursor, key, keys.get(key), result);
                }
                answer.write(source, result);
                result.endRow();
            }
        }
    }

    /** Columns for reasons in words. */
    public static List<Column> reasonColumns() {
        return Stream.iterate(1, reason -> reason + 1)
                .limit(REASONS)
                .map(reason -> new Column("reason" + reason, ColumnType.TEXT))
                .toList();
    }

    /** Fills the columns for reasons. */
    public static void reasons(List<String> reasons, TableOutput result) {
        for (int reason = 0; reason < REASONS; reason++) {
            if (reason < reasons.size()) {
                result.text(reasons.get(reason));
            } else {
                result.missing();
            }
        }
    }

    private List<String> opened(TableInput dataset) {
        return keys.isEmpty()
                ? List.of(dataset.columns().getFirst().name())
                : keys.stream().map(Column::name).toList();
    }

    private static String free(String name, Set<String> taken) {
        String free = name;
        while (!taken.add(free)) {
            free = "model_" + free;
        }
        return free;
    }

    private static void copy(RowCursor row, int at, Column column, TableOutput result) {
        if (row.isMissing(at)) {
            result.missing();
            return;
        }
        switch (column.type()) {
            case TEXT -> result.text(String.valueOf(row.text(at)));
            case DECIMAL -> result.number(row.number(at));
            case INTEGER, BOOLEAN, DATE, TIMESTAMP -> result.integer(row.integer(at));
        }
    }
}
