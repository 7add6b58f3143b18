package io.millwright.templates.learning.encoding;

import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.TableInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table with a column that is not in the file, but made of several there. */
public sealed interface MadeColumn extends TableInput permits WholeDates, DayAndClock {

    /** Name of the column that was made. */
    String title();

    /** Names of the columns that it was made of, and that the table no longer has. */
    List<String> parts();

    /** Whether a column is not in the file under its name: forms offer columns of the file only. */
    static boolean is(TableInput table, String column) {
        return table instanceof MadeColumn made && made.title().equals(column);
    }

    /** What a person chose: who names a part means the column that was made of it. */
    static OptionValues chosen(TableInput table, OptionValues options) {
        if (!(table instanceof MadeColumn made)) {
            return options;
        }
        Map<String, String> values = new LinkedHashMap<>();
        options.values()
                .forEach((name, value) -> values.put(
                        name,
                        name.startsWith("column.") && made.parts().contains(value.strip()) ? made.title() : value));
        return new OptionValues(values);
    }
}
