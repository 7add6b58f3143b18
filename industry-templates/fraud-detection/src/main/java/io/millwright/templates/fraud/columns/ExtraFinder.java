package io.millwright.templates.fraud.columns;

import io.millwright.plugins.api.ColumnType;
import io.millwright.templates.learning.encoding.ColumnProfile;
import io.millwright.templates.learning.encoding.MomentReader;
import io.millwright.templates.learning.encoding.NumberReader;
import io.millwright.templates.learning.encoding.TableProfile;
import io.millwright.templates.learning.report.Notes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides which of the other columns are worth learning from, and how they are read. */
final class ExtraFinder {

    private final TableProfile table;
    private final Notes notes;

    ExtraFinder(TableProfile table, Notes notes) {
        this.table = table;
        this.notes = notes;
    }

    /** @param taken columns that play a part already */
    List<Extra> find(Set<String> taken) {
        List<Extra> extras = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (ColumnProfile column : table.columns().values()) {
            if (taken.contains(column.name())) {
                continue;
            }
            Extra extra = extra(column);
            if (extra == null) {
                leftOut.add(column.name());
            } else {
                extras.add(extra);
            }
        }
        if (!leftOut.isEmpty()) {
            notes.info(
                    "Not learnt from, because they number rows or things, hold free text or never change: %s.",
                    Notes.list(leftOut));
        }
        return extras;
    }

    private static @Nullable Extra extra(ColumnProfile column) {
        if (column.distinct() < 2 || column.numbersRows() || IdentityNumbers.numbersThings(column)) {
            return null;
        }
        if (column.type() == ColumnType.DATE || column.type() == ColumnType.TIMESTAMP) {
            return new Extra(column.name(), Extra.Kind.MOMENT, List.of());
        }
        if (NumberReader.of(column).isPresent()) {
            return new Extra(column.name(), Extra.Kind.NUMBER, List.of());
        }
        if (MomentReader.of(column, "").isPresent()) {
            return new Extra(column.name(), Extra.Kind.MOMENT, List.of());
        }
        boolean freeText = column.distinct() > Math.max(20, Math.min(5_000, column.present() / 3));
        return freeText ? null : new Extra(column.name(), Extra.Kind.CATEGORY, List.of());
    }
}
