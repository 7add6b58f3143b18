package io.millwright.broker.runner.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableOutputTest {

    @TempDir
    private Path folder;

    @Test
    void writesEveryTypeInItsCanonicalForm() {
        var columns = Arrays.stream(ColumnType.values())
                .map(type -> new Column(type.name().toLowerCase(java.util.Locale.ROOT) + ", x", type))
                .toList();
        try (var output = open(columns)) {
            output.integer(-7)
                    .number(0.1)
                    .integer(1)
                    .text("a \"b\"")
                    .integer(17_000)
                    .integer(1_529_280_031_500_000L);
            output.endRow();
            for (int i = 0; i < columns.size(); i++) {
                output.missing();
            }
            output.endRow();
        }

        assertThat(folder.resolve("result.csv")).hasContent("""
                        "integer, x","decimal, x","boolean, x","text, x","date, x","timestamp, x"
                        -7,0.1,true,"a ""b""\",2016-07-18,2018-06-18T00:00:31.500
                        ,,,,,
                        """);
        assertThat(folder.resolve("result.columns")).hasContent("""
                        INTEGER\tinteger, x
                        DECIMAL\tdecimal, x
                        BOOLEAN\tboolean, x
                        TEXT\ttext, x
                        DATE\tdate, x
                        TIMESTAMP\ttimestamp, x
                        """);
    }

    @Test
    void refusesRowsThatDoNotFit() {
        var output = open(List.of(new Column("a", ColumnType.INTEGER)));

        assertThatThrownBy(output::endRow).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> output.number(1.5)).isInstanceOf(IllegalArgumentException.class);
        output.number(2);
        assertThatThrownBy(() -> output.number(3)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(output::close).hasMessage("the last row was not ended");
    }

    @Test
    void refusesColumnsOfTheSameName() {
        var column = new Column("a", ColumnType.TEXT);

        assertThatThrownBy(() -> open(List.of(column, column))).hasMessage("two columns are named \"a\"");
    }

    private CsvTableOutput open(List<Column> columns) {
        return new CsvTableOutput(folder.resolve("result.csv"), folder.resolve("result.columns"), columns);
    }
}
