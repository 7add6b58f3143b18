package io.millwright.templates.learning.encoding;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import java.util.List;

/**
 * What one pass over a column saw.
 *
 * @param rows all rows of the table
 * @param missing rows without a value
 * @param distinct different values, exact up to {@link DistinctCounter#LIMIT}
 * @param minimum smallest number; NaN for text and where all is missing
 * @param maximum largest number; NaN likewise
 * @param whole whether all numbers are whole
 * @param rising whether no value is below the one before it
 * @param examples different values as the data spells them, in the order of the file, at most {@value #EXAMPLES}: the first
 *     ones, and of more texts than that the newest ones instead of the later half
 */
public record ColumnProfile(
        Column column,
        long rows,
        long missing,
        int distinct,
        double minimum,
        double maximum,
        boolean whole,
        boolean rising,
        List<String> examples) {

    public static final int EXAMPLES = 300;

    public ColumnProfile {
        examples = List.copyOf(examples);
    }

    public String name() {
        return column.name();
    }

    public ColumnType type() {
        return column.type();
    }

    public boolean isNumber() {
        return type() == ColumnType.INTEGER || type() == ColumnType.DECIMAL;
    }

    public long present() {
        return rows - missing;
    }

    /** Whether (nearly) every value is there only once. */
    public boolean allDifferent() {
        return present() > 1 && (distinct >= DistinctCounter.LIMIT || distinct >= present());
    }

    /** Whether the values look like a counter that numbers the rows. */
    public boolean numbersRows() {
        return type() == ColumnType.INTEGER && allDifferent() && (rising || maximum - minimum < 2.0 * present());
    }
}
