package io.millwright.templates.fraud.scoring;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.ScoringContext;
import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.api.TableOutput;
import io.millwright.templates.fraud.columns.ColumnPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes the result: the row's number and its key columns as given, then score, alert and reasons. */
final class ResultWriter {

    private static final String ROW = "row";
    private static final List<Column> FOUND = List.of(
            new Column("score", ColumnType.DECIMAL),
            new Column("alert", ColumnType.INTEGER),
            new Column("reason1", ColumnType.TEXT),
            new Column("reason2", ColumnType.TEXT),
            new Column("reason3", ColumnType.TEXT));
    private static final Set<String> OWN = Set.of(ROW, "score", "alert", "reason1", "reason2", "reason3");

    private final TableInput file;
    private final List<Column> keys;

    ResultWriter(TableInput file, ColumnPlan plan) {
        this.file = file;
        List<String> wanted =
                plan.keys().stream().map(String::strip).map(String::toLowerCase).toList();
        this.keys = file.columns().stream()
                .filter(column -> wanted.contains(column.name().strip().toLowerCase(Locale.ROOT)))
                .toList();
    }

    void write(ScoringContext context, ScoredRows scored, double threshold) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(ROW, ColumnType.INTEGER));
        keys.forEach(
                key -> columns.add(OWN.contains(key.name()) ? new Column("given_" + key.name(), key.type()) : key));
        columns.addAll(FOUND);
        try (TableOutput result = context.result(columns);
                RowCursor row = file.open(keys.stream().map(Column::name).toList())) {
            for (int at = 0; row.next(); at++) {
                result.integer(at + 1L);
                for (int key = 0; key < keys.size(); key++) {
                    copy(row, key, result);
                }
                result.number(scored.scores()[at]);
                result.integer(scored.scores()[at] >= threshold ? 1 : 0);
                List<String> reasons = scored.reasons().get(at);
                for (int reason = 0; reason < Reasons.MOST; reason++) {
                    if (reason < reasons.size()) {
                        result.text(reasons.get(reason));
                    } else {
                        result.missing();
                    }
                }
                result.endRow();
            }
        }
    }

    private void copy(RowCursor row, int key, TableOutput result) {
        if (row.isMissing(key)) {
            result.missing();
            return;
        }
        switch (keys.get(key).type()) {
            case TEXT -> {
                String text = row.text(key);
                result.text(text == null ? "" : text);
            }
            case DECIMAL -> result.number(row.number(key));
            case INTEGER, BOOLEAN, DATE, TIMESTAMP -> result.integer(row.integer(key));
        }
    }
}
