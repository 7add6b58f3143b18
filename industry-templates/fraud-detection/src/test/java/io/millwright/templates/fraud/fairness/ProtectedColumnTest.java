package io.millwright.templates.fraud.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.Metric;
import io.millwright.plugins.api.Report;
import io.millwright.plugins.testkit.CsvFiles;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.TemplateRun;
import io.millwright.plugins.testkit.TrainedModel;
import io.millwright.templates.fraud.FraudDetection;
import io.millwright.templates.fraud.evaluation.Judged;
import io.millwright.templates.fraud.ledger.Transactions;
import io.millwright.templates.learning.report.Notes;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtectedColumnTest {

    @TempDir
    private Path folder;

    @Test
    void isNotLearntFromAndItsGroupsAreCompared() throws Exception {
        MemoryTable table = applicants(1_500);
        TrainedModel model = run(Map.of("column.protected", "gender")).train(table);
        Report report = model.report();
        assertThat(texts(report))
                .contains("\"gender\" is the protected attribute")
                .contains("\"gender\" is protected: it was not learnt from")
                .contains("The four-fifths rule is broken: \"f\" is left alone in ")
                .contains("\"f\" gets alerts in ");
        assertThat(report.charts())
                .filteredOn(chart -> chart.name().equals("fairness"))
                .singleElement()
                .satisfies(chart -> assertThat(((Chart.Grid) chart).rows())
                        .extracting(List::getFirst)
                        .containsExactlyInAnyOrder("f", "m"));
        assertThat(report.metrics())
                .extracting(Metric::name)
                .contains("fourFifths", "alertRateRatio", "recallGap", "falseAlarmGap");
        assertThat(report.charts()).filteredOn(Chart.Bars.class::isInstance).allSatisfy(chart -> assertThat(
                        ((Chart.Bars) chart).bars())
                .extracting(Chart.Bar::label)
                .doesNotContain("gender")
                .contains("debt"));
        TemplateRun scoring = run(Map.of());
        assertThat(scoring.score(model, table.without("gender", "default"))
                        .result()
                        .numbers("score"))
                .isEqualTo(
                        scoring.score(model, table.without("default")).result().numbers("score"));
    }

    @Test
    void isNeverGuessedButSuggested() throws Exception {
        var understood = run(Map.of()).inspect(applicants(300));
        assertThat(understood.options()).doesNotContainKey("column.protected");
        assertThat(understood.notes())
                .extracting(Report.Note::text)
                .anyMatch(text -> text.startsWith("\"gender\" may be a protected attribute"));
    }

    @Test
    void manyNumbersAreComparedByQuarters() throws Exception {
        StringBuilder csv = new StringBuilder("age,amount,fraud\n");
        Random random = new Random(4);
        for (int row = 0; row < 420; row++) {
            csv.append(18 + row % 60).append(',').append(random.nextInt(900));
            csv.append(',').append(random.nextInt(6) == 0 ? 1 : 0).append('\n');
        }
        Report report = run(Map.of("column.protected", "age"))
                .train(CsvFiles.parse(csv.toString()))
                .report();
        assertThat(report.charts())
                .filteredOn(chart -> chart.name().equals("fairness"))
                .singleElement()
                .satisfies(chart -> assertThat(((Chart.Grid) chart).rows())
                        .extracting(List::getFirst)
                        .containsExactly("below 33", "33 to 48", "48 to 63", "from 63"));
    }

    /** Figures counted by hand. */
    @Test
    void countsEachGroup() {
        Transactions all = new Transactions(80, new float[0][]);
        int[] rows = new int[80];
        byte[] labels = new byte[80];
        double[] probabilities = new double[80];
        int[] group = new int[80];
        for (int row = 0; row < 80; row++) {
            rows[row] = row;
            all.fileRow[row] = row;
            group[row] = row % 2;
            labels[row] = (byte) (row < 40 ? 1 : 0);
            // of group 0 every case is found, of group 1 half; no false alarms in 0, a quarter in 1
            probabilities[row] =
                    row % 2 == 0 ? (row < 40 ? .9 : .1) : row % 4 == 1 && (row < 40 || row % 8 == 1) ? .9 : .1;
        }
        Fairness fairness = new Fairness(
                new Groups("g", List.of("zero", "one"), group), new Judged(rows, probabilities, labels), all, 0.5);
        assertThat(fairness.chart().rows())
                .containsExactly(
                        List.of("zero", "40", "20", "50 %", "100 %", "0 %", "100 %"),
                        List.of("one", "40", "20", "38 %", "50 %", "25 %", "67 %"));
        assertThat(fairness.metrics())
                .extracting(Metric::name, Metric::value)
                .containsExactly(
                        tuple("fourFifths", 0.5 / 0.625),
                        tuple("alertRateRatio", 0.5 / 0.375),
                        tuple("recallGap", 0.5),
                        tuple("falseAlarmGap", 0.25));
        Notes notes = new Notes();
        fairness.tell(notes);
        assertThat(notes.all())
                .extracting(Report.Note::text)
                .anyMatch(text -> text.startsWith("The four-fifths rule is kept"));
    }

    private TemplateRun run(Map<String, String> options) {
        Map<String, String> all = new HashMap<>(options);
        all.put("rounds", "40");
        return TemplateRun.of(FraudDetection::new, folder).withOptions(all);
    }

    private static String texts(Report report) {
        return String.join("\n", report.notes().stream().map(Report.Note::text).toList());
    }

    /** Women have more debt here, and debt brings default. */
    private static MemoryTable applicants(int rows) {
        Random random = new Random(8);
        StringBuilder csv = new StringBuilder("gender,income,debt,default\n");
        for (int row = 0; row < rows; row++) {
            boolean female = random.nextBoolean();
            int debt = random.nextInt(100) + (female ? 60 : 0);
            int outcome = random.nextInt(160) < debt ? 1 : 0;
            csv.append(female ? "f" : "m").append(',').append(random.nextInt(5_000));
            csv.append(',').append(debt).append(',').append(outcome).append('\n');
        }
        return CsvFiles.parse(csv.toString());
    }
}
