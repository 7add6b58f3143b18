package io.millwright.templates.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.plugins.api.Report;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.testkit.CsvFiles;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.Scored;
import io.millwright.plugins.testkit.TemplateRun;
import io.millwright.plugins.testkit.TrainedModel;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as people bring them: other names, languages, gaps, answers among the columns, and too little to learn from. */
class OddFilesTest {

    @TempDir
    Path folder;

    @Test
    void aFileWithoutNamesIsUnderstood() throws Exception {
        Report report =
                run().train(machines("column1,column2,column3,column4", 12, "")).report();
        assertThat(texts(report))
                .contains("\"column1\" is the machine")
                .contains("\"column2\" is the time")
                .contains("machine's last row is its failure");
    }

    @Test
    void aGermanFileIsUnderstood() throws Exception {
        MemoryTable file = machines("Maschine,Zyklus,Schwingung,Temperatur", 12, "");
        TrainedModel model = run().train(file);
        assertThat(texts(model.report())).contains("\"Maschine\" is the machine, \"Zyklus\" is the time");
        assertThat(run().score(model, file).result().rowCount()).isEqualTo(file.rowCount());
    }

    @Test
    void aColumnThatHoldsTheAnswerIsLeftOut() throws Exception {
        Report report = run().train(machines("unit,cycle,vibration,countdown", 12, "rul"))
                .report();
        assertThat(texts(report)).contains("give the remaining life away").contains("\"countdown\"");
    }

    @Test
    void aFileOfNothingButTheAnswerIsRefused() {
        assertRefused(machines("unit,cycle,flat,countdown", 12, "only rul"), Map.of(), "give the remaining life away");
    }

    @Test
    void anAgeBesideTheTimeIsNoLeak() throws Exception {
        Report report =
                run().train(machines("unit,cycle,vibration,age", 12, "age")).report();
        assertThat(texts(report)).doesNotContain("give the remaining life away");
    }

    @Test
    void gapsAreLivedWith() throws Exception {
        MemoryTable file = machines("unit,cycle,vibration,temperature", 12, "gaps");
        TrainedModel model = run().train(file);
        assertThat(run().score(model, file).result().numbers("remaining_life"))
                .hasSize((int) file.rowCount())
                .doesNotContain(Double.NaN);
    }

    @Test
    void aShortFileIsReadInTheUnitOfTheModel() throws Exception {
        MemoryTable file = moments();
        TrainedModel model = run().train(file);
        Scored whole = run().score(model, file);
        MemoryTable week = file.where("timestamp", moment -> moment != null && moment.compareTo("2025-01-06") < 0);
        Scored some = run().score(model, week);
        assertThat(lives(some.result())).hasSizeGreaterThan(100).isSubsetOf(lives(whole.result()));
        assertThat(some.report().orElseThrow().headline()).endsWith("days or less to run.");
    }

    @Test
    void aFileThatCameAloneIsOneMachine() throws Exception {
        MemoryTable archive = machines("file,cycle,vibration,temperature", 12, "");
        for (String task : List.of("remaining life", "odd behaviour")) {
            TemplateRun run = run().withOptions(options(Map.of("task", task)));
            TrainedModel model = run.train(archive);
            MemoryTable one = archive.where("file", "7"::equals).without("file");
            assertThat(run.score(model, one).result().rowCount()).isEqualTo(one.rowCount());
        }
    }

    @Test
    void threeMachinesAreTooFew() {
        assertRefused(
                machines("unit,cycle,vibration,temperature", 3, ""),
                Map.of("task", "remaining life"),
                "3 machines whose failure is known; at least 4 are needed");
    }

    @Test
    void oneMachineIsTooFew() {
        assertRefused(
                machines("unit,cycle,vibration,temperature", 12, ""),
                Map.of("column.asset", "none", "task", "remaining life"),
                "1 machine whose failure is known");
    }

    @Test
    void aSensorOfWordsAtScoringIsRefused() throws Exception {
        MemoryTable file = machines("unit,cycle,vibration,temperature", 12, "");
        TrainedModel model = run().train(file);
        assertThatThrownBy(() -> run().score(model, file.replacedByText("vibration", "strong")))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("\"vibration\" holds text where numbers are measured");
        assertThatThrownBy(() -> run().score(model, file.without("temperature")))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("The file lacks \"temperature\"");
    }

    @Test
    void machinesWithoutHistoryAreRefused() {
        StringBuilder csv = new StringBuilder("unit,cycle,vibration\n");
        for (int row = 0; row < 60; row++) {
            csv.append("m")
                    .append(row)
                    .append(',')
                    .append(row)
                    .append(',')
                    .append(row * 7 % 11)
                    .append('\n');
        }
        assertRefused(CsvFiles.parse(csv.toString()), Map.of("column.asset", "unit"), "fewer than 3 rows");
    }

    /** Twelve machines that are looked at every eight hours and fail after 20 to 60 days. */
    private static MemoryTable moments() {
        Random random = new Random(4);
        StringBuilder csv = new StringBuilder("machine,timestamp,vibration,temperature\n");
        for (int machine = 1; machine <= 12; machine++) {
            int life = 60 + random.nextInt(120);
            for (int step = 0; step < life; step++) {
                int left = life - step;
                csv.append(machine).append(',');
                csv.append(LocalDateTime.of(2025, 1, 1, 6, 0).plusHours(8L * step))
                        .append(":00,");
                csv.append(number(2 + 3 * Math.exp(-left / 15.0) + 0.1 * random.nextGaussian()))
                        .append(',');
                csv.append(number(60 + 8 * Math.exp(-left / 25.0) + 0.5 * random.nextGaussian()))
                        .append('\n');
            }
        }
        return CsvFiles.parse(csv.toString());
    }

    /** The remaining life by machine and moment. */
    private static Set<String> lives(MemoryTable result) {
        return IntStream.range(0, (int) result.rowCount())
                .mapToObj(row -> result.texts("machine").get(row) + " "
                        + result.texts("timestamp").get(row) + " "
                        + result.texts("remaining_life").get(row))
                .collect(Collectors.toSet());
    }

    private void assertRefused(MemoryTable table, Map<String, String> options, String words) {
        assertThatThrownBy(() -> run().withOptions(options(options)).train(table))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(words);
    }

    /** Machines that vibrate more and more towards their end. */
    private static MemoryTable machines(String header, int count, String oddity) {
        Random random = new Random(5);
        StringBuilder csv = new StringBuilder(header).append('\n');
        for (int machine = 1; machine <= count; machine++) {
            int life = 50 + random.nextInt(40);
            for (int cycle = 1; cycle <= life; cycle++) {
                int left = life - cycle;
                double vibration = 2 + 3 * Math.exp(-left / 15.0) + 0.1 * random.nextGaussian();
                double temperature = 60 + 8 * Math.exp(-left / 25.0) + 0.5 * random.nextGaussian();
                String first = oddity.startsWith("only") ? "1" : number(vibration);
                String second =
                        switch (oddity) {
                            case "rul", "only rul" -> Integer.toString(left);
                            case "age" -> number(cycle * 24);
                            case "gaps" -> random.nextInt(4) == 0 ? "" : number(temperature);
                            default -> number(temperature);
                        };
                csv.append(machine).append(',').append(cycle).append(',');
                csv.append(first).append(',').append(second).append('\n');
            }
        }
        return CsvFiles.parse(csv.toString());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String texts(Report report) {
        return String.join("\n", report.notes().stream().map(Report.Note::text).toList());
    }

    private static Map<String, String> options(Map<String, String> more) {
        Map<String, String> all = new java.util.HashMap<>(Map.of("preset", "quick", "rounds", "20"));
        all.putAll(more);
        return all;
    }

    private TemplateRun run() {
        return TemplateRun.of(PredictiveMaintenance::new, folder).withOptions(options(Map.of()));
    }
}
