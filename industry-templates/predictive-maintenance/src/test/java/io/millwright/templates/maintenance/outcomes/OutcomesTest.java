package io.millwright.templates.maintenance.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.testkit.CsvFiles;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.templates.maintenance.fleet.Fleet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What values of a column of failures say. */
class OutcomesTest {

    @Test
    void maintenanceIsWell() throws Exception {
        assertThat(read("ok,maintenance,failure,ok")).containsExactly(0, 0, 1, 0);
        assertThat(read("läuft,geplante Wartung,Ausfall,läuft,läuft")).containsExactly(0, 0, 1, 0, 0);
        assertThat(read("-,-,-,-,-,failure,-,preventive maintenance,-,-"))
                .containsExactly(0, 0, 0, 0, 0, 1, 0, 0, 0, 0);
        assertThat(read("maintenance,failure,failure")).containsExactly(0, 1, 1);
        assertThat(outcomes("ok,Service,valve,bearing,ok", false).maintenance()).containsExactly("Service");
    }

    @Test
    void whatIsWellMayBeNumbered() throws Exception {
        Outcomes bearings = outcomes("Ball_007,Inner_007,Normal_0,Normal_1,Ball_007,Ball_007", false);
        assertThat(bearings.of()).containsExactly(1, 2, 0, 0, 1, 1);
        assertThat(bearings.classes()).containsExactly("Normal_0", "Ball_007", "Inner_007");
        assertThat(read("F1,F1,F2,F3")).as("codes").containsExactly(0, 0, 1, 2);
    }

    @Test
    void aMachineThatIsOutOfServiceHasFailed() throws Exception {
        assertThat(read("ok,out of service,ok")).containsExactly(0, 1, 0);
        assertThat(read("ok,unplanned maintenance,ok")).containsExactly(0, 1, 0);
    }

    @Test
    void repairsAreFailuresWhereNothingElseIs() throws Exception {
        assertThat(read("ok,repaired,ok,ok")).containsExactly(0, 1, 0, 0);
        assertThat(read("ok,repaired,ok,fault")).containsExactly(0, 0, 0, 1);
    }

    @Test
    void nothingButMaintenanceIsFailureOnlyWhereItIsAskedFor() throws Exception {
        assertThat(outcomes("ok,maintenance,ok,ok", false).of()).containsExactly(0, 0, 0, 0);
        assertThat(outcomes("ok,maintenance,ok,ok", true).of()).containsExactly(0, 1, 0, 0);
        assertThat(outcomes("-,-,maintenance,-", false).of()).containsExactly(0, 0, 0, 0);
    }

    @Test
    void oneValue() throws Exception {
        assertThat(read("0,0,0.0,0")).containsExactly(0, 0, 0, 0);
        assertThat(read("-,-,-,burst")).containsExactly(0, 0, 0, 1);
        assertThatThrownBy(() -> read("A,A,A"))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("Every row has the same label");
    }

    private static int[] read(String values) throws TemplateException {
        return outcomes(values, false).of();
    }

    /** A row for each value; a dash is none. */
    private static Outcomes outcomes(String values, boolean asked) throws TemplateException {
        List<String> cells = List.of(values.split(","));
        StringBuilder csv = new StringBuilder("row,failure\n");
        cells.forEach(
                cell -> csv.append("x,").append(cell.equals("-") ? "" : cell).append('\n'));
        MemoryTable table = CsvFiles.parse(csv.toString());
        Fleet fleet = new Fleet(
                List.of("machine"),
                new int[] {0, cells.size()},
                new double[cells.size()],
                new float[0][],
                new float[0][],
                IntStream.range(0, cells.size()).toArray(),
                Fleet.TimeUnit.ROWS);
        return Outcomes.read(table, fleet, "failure", asked);
    }
}
