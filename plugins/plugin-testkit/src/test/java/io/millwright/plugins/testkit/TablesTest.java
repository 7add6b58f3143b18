package io.millwright.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {

    private static final String CSV = """
            id,amount,ok,day,at,name
            1,2.5,true,2024-02-29,2024-02-29 12:30:00,"a ""quoted"", text"
            2,,false,2024-03-01,2024-03-01T00:00:00.000001,""
            3,-1e3,true,,,
            """;

    @Test
    void typesAndValuesAreFound() {
        var table = CsvFiles.parse(CSV);

        assertThat(table.columns())
                .containsExactly(
                        new Column("id", ColumnType.INTEGER),
                        new Column("amount", ColumnType.DECIMAL),
                        new Column("ok", ColumnType.BOOLEAN),
                        new Column("day", ColumnType.DATE),
                        new Column("at", ColumnType.TIMESTAMP),
                        new Column("name", ColumnType.TEXT));
        assertThat(table.rowCount()).isEqualTo(3);
        assertThat(table.numbers("amount")).containsExactly(2.5, Double.NaN, -1000);
        assertThat(table.numbers("ok")).containsExactly(1, 0, 1);
        assertThat(table.numbers("day")[0]).isEqualTo(19_782);
        assertThat(table.texts("day")).isEqualTo(Arrays.asList("2024-02-29", "2024-03-01", null));
        assertThat(table.texts("at"))
                .isEqualTo(Arrays.asList("2024-02-29T12:30:00Z", "2024-03-01T00:00:00.000001Z", null));
        assertThat(table.texts("name")).isEqualTo(Arrays.asList("a \"quoted\", text", "", null));
    }

    @Test
    void cursorsWalkOverWhatWasAskedFor() {
        try (var rows = CsvFiles.parse(CSV).slice(1, 3).open(List.of("name", "id"))) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.text(0)).isEmpty();
            assertThat(rows.integer(1)).isEqualTo(2);
            assertThat(rows.next()).isTrue();
            assertThat(rows.isMissing(0)).isTrue();
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void tablesAreCutAndBent() {
        var table = CsvFiles.parse(CSV);
        assertThat(table.without("at", "day").columns()).hasSize(4);
        assertThat(table.where("ok", "true"::equals).rowCount()).isEqualTo(2);
        assertThat(table.allMissing("id").texts("id")).containsOnlyNulls();
        assertThat(table.replacedByText("id", "x").texts("id")).containsOnly("x");
        assertThat(table.slice(5, 9).rowCount()).isZero();
        assertThat(table).isEqualTo(CsvFiles.parse(CSV)).isNotEqualTo(table.slice(0, 2));
        assertThatThrownBy(() -> table.open(List.of("nothing"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writersAreHeldToTheirContract() {
        var columns = List.of(new Column("n", ColumnType.INTEGER), new Column("t", ColumnType.TEXT));
        assertThatThrownBy(() -> new TableBuilder(columns).text("x")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new TableBuilder(columns).number(1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new TableBuilder(columns).integer(1).endRow())
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new TableBuilder(columns).integer(1).missing().missing())
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new TableBuilder(columns).integer(1).close())
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new TableBuilder(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TableBuilder(List.of(columns.getFirst(), columns.getFirst())))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
