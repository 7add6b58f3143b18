package io.millwright.templates.maintenance.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.Report;
import io.millwright.templates.learning.report.Notes;
import io.millwright.templates.maintenance.fleet.Fleet;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which machines are listed as the most urgent. */
class UrgencyTest {

    @Test
    void theListEndsWhereNothingIsProbable() {
        Report report = report(0.0001, 0.4, 0.02, 0.0002);
        assertThat(report.headline()).isEqualTo("1 of 4 machines may fail within 2 days.");
        assertThat(names(report)).containsExactly("pump 1", "pump 2");
        assertThat(texts(report))
                .isEqualTo(
                        "The list ends where failures are less probable than 1.0 %, a tenth of the limit: 2 machines follow.");
    }

    @Test
    void nothingIsListedWhereNothingIsProbable() {
        Report report = report(0.0001, 0.004, 0.0002);
        assertThat(report.charts()).isEmpty();
        assertThat(texts(report))
                .isEqualTo("No failure is probable: the most probable one is that of machine pump 1, with 0.4 %.");
    }

    /** Machines of one row each. */
    private static Report report(double... probabilities) {
        int machines = probabilities.length;
        Fleet fleet = new Fleet(
                IntStream.range(0, machines).mapToObj(at -> "pump " + at).toList(),
                IntStream.rangeClosed(0, machines).toArray(),
                new double[machines],
                new float[0][],
                new float[0][],
                IntStream.range(0, machines).toArray(),
                Fleet.TimeUnit.DAYS);
        return new Urgency(fleet, true, 0.1, " within 2 days", probabilities)
                .report(Collections.nCopies(machines, List.of()), new Notes());
    }

    private static List<String> names(Report report) {
        Chart.Grid list = (Chart.Grid) report.charts().getFirst();
        return list.rows().stream().map(List::getFirst).toList();
    }

    private static String texts(Report report) {
        return String.join("\n", report.notes().stream().map(Report.Note::text).toList());
    }
}
