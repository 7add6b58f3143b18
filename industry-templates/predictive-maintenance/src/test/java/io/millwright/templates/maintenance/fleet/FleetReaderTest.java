package io.millwright.templates.maintenance.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.testkit.CsvFiles;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.templates.learning.encoding.TableProfile;
import io.millwright.templates.learning.report.Notes;
import io.millwright.templates.maintenance.columns.ColumnFinder;
import io.millwright.templates.maintenance.columns.ColumnPlan;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the time of machines is counted in. */
class FleetReaderTest {

    @Test
    void machinesOfAFewDaysAreToldOfInHours() throws Exception {
        Fleet fleet = fleet(20);
        assertThat(fleet.unit()).isEqualTo(Fleet.TimeUnit.HOURS);
        assertThat(fleet.medianSpan()).isEqualTo(58);
    }

    @Test
    void machinesOfManyDaysAreToldOfInDays() throws Exception {
        assertThat(fleet(400).unit()).isEqualTo(Fleet.TimeUnit.DAYS);
    }

    /** Bearings of a test rig, one after the other in the course of months, with a row every hour or so. */
    private static Fleet fleet(int rows) throws TemplateException {
        StringBuilder csv = new StringBuilder("bearing,time,vibration\n");
        for (int machine = 0; machine < 10; machine++) {
            LocalDateTime start = LocalDateTime.of(2021, 1, 1, 8, 30).plusDays(40L * machine);
            for (int row = 0; row < Math.max(rows, 30); row++) {
                csv.append(machine)
                        .append(',')
                        .append(start.plusHours(2L * row))
                        .append(',');
                csv.append(row * 7 % 13).append(".5\n");
            }
        }
        MemoryTable table = CsvFiles.parse(csv.toString());
        TableProfile profile = TableProfile.of(table);
        ColumnPlan plan = new ColumnFinder(table, profile, new OptionValues(Map.of()), new Notes()).find();
        return new FleetReader(table, profile, plan, new Notes()).read();
    }
}
