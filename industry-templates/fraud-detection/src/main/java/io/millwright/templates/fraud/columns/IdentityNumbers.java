package io.millwright.templates.fraud.columns;

import io.millwright.plugins.api.ColumnType;
import io.millwright.templates.learning.encoding.ColumnProfile;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells columns that number customers, terminals and the like from columns that describe them. */
final class IdentityNumbers {

    private static final Pattern NAME = Pattern.compile(
            "(?i).*(id|nr|no|num|key|code|hash|ref|nummer|number|numero|número|numéro)|(?i)(id|nr|no|num)_.*");
    private static final Pattern CODE = Pattern.compile("\\p{Alnum}*\\d[\\p{Alnum}_-]*");
    private static final Set<String> LAST =
            Set.of("id", "uid", "nr", "no", "number", "nummer", "numero", "número", "numéro", "key");
    private static final int FEWEST = 20;
    private static final int LEAST_REPEATS = 3;
    private static final double MOST_EXAMPLES = 0.9;

    private IdentityNumbers() {}

    static boolean looksLike(ColumnProfile column) {
        boolean comesAgain =
                column.distinct() >= FEWEST && column.present() >= (long) LEAST_REPEATS * column.distinct();
        return comesAgain
                && switch (column.type()) {
                    case INTEGER -> NAME.matcher(column.name().strip()).matches();
                    case TEXT -> codes(column);
                    default -> false;
                };
    }

    /** Whether a column is called a number of something, and mostly has other values in other rows. */
    static boolean numbersThings(ColumnProfile column) {
        boolean mostlyDifferent = column.present() > FEWEST && column.distinct() * 2L > column.present();
        return mostlyDifferent
                && column.whole()
                && LAST.contains(NameMatch.words(column.name()).getLast());
    }

    /** Whether a column is called a number of something, or holds codes. */
    static boolean named(ColumnProfile column) {
        return column.type() == ColumnType.TEXT
                ? codes(column)
                : NAME.matcher(column.name().strip()).matches();
    }

    private static boolean codes(ColumnProfile column) {
        long codes = column.examples().stream()
                .filter(example -> CODE.matcher(example.strip()).matches())
                .count();
        return codes >= MOST_EXAMPLES * column.examples().size();
    }
}
