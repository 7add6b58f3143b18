package io.millwright.templates.fraud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.Metric;
import io.millwright.plugins.api.Report;
import io.millwright.plugins.api.Resources;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.testkit.CsvFiles;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.Scored;
import io.millwright.plugins.testkit.TemplateRun;
import io.millwright.plugins.testkit.TrainedModel;
import io.millwright.templates.fraud.simulation.Simulation;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as people bring them: other names, languages, spellings, gaps and sizes. */
class OddFilesTest {

    @TempDir
    Path folder;

    @Test
    void aGermanFileIsUnderstood() throws Exception {
        StringBuilder csv = new StringBuilder("Buchungsnr,Datum,Kundennummer,Händler,Betrag,Land,Betrug\n");
        rows(
                6_000,
                (random, row, fraud) -> csv.append("%d,%s,K%d,H%d,\"%s\",%s,%s\n"
                        .formatted(
                                500_000 + row,
                                LocalDateTime.of(2024, 3, 1, 0, 0)
                                        .plusMinutes(row * 12L)
                                        .format(DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm")),
                                random.nextInt(60),
                                random.nextInt(40),
                                money(random, fraud),
                                fraud && random.nextInt(3) > 0 ? "RO" : random.nextBoolean() ? "DE" : "AT",
                                fraud ? "ja" : "nein")));
        MemoryTable file = CsvFiles.parse(csv.toString());
        TrainedModel model = run().train(file);

        assertThat(texts(model.report()))
                .contains("\"Betrug\" is the outcome, \"Datum\" is the time, \"Betrag\" is the amount, "
                        + "\"Kundennummer\" is the customer, \"Händler\" is the terminal");
        assertThat(texts(model.report())).contains("Further columns learnt from: \"Land\"");
        assertThat(metric(model.report(), "auc")).isGreaterThan(0.9);

        Scored scored = run().score(model, file.without("Betrug"));
        assertThat(scored.result().columns())
                .extracting(column -> column.name())
                .containsExactly(
                        "row",
                        "Buchungsnr",
                        "Datum",
                        "Kundennummer",
                        "Händler",
                        "Betrag",
                        "score",
                        "alert",
                        "reason1",
                        "reason2",
                        "reason3");
        assertThat(scored.result().numbers("alert")).contains(1).contains(0);
        assertThat(scored.result().texts("Betrag").getFirst())
                .isEqualTo(file.texts("Betrag").getFirst());
        assertThat(String.join(
                        " ",
                        scored.result().texts("reason1").stream()
                                .filter(Objects::nonNull)
                                .toList()))
                .contains("Land \"RO\"");
    }

    @Test
    void entitiesOfUnknownNamesAreGuessedAndTold() throws Exception {
        StringBuilder csv = new StringBuilder("aeg,summa,maksja,koht,pettus_fraud\n");
        rows(
                3_000,
                (random, row, fraud) -> csv.append("2024-02-01T%02d:%02d:00,%s,p%d,k%d,%d\n"
                        .formatted(
                                row % 24,
                                row % 60,
                                money(random, fraud).replace(',', '.'),
                                random.nextInt(60),
                                random.nextInt(40),
                                fraud ? 1 : 0)));
        String notes = texts(run().train(CsvFiles.parse(csv.toString())).report());
        assertThat(notes)
                .contains("\"maksja\" was taken for the customer")
                .contains("\"koht\" was taken for the terminal");
    }

    @Test
    void fiftyRowsAreLearntFromWithAWarning() throws Exception {
        StringBuilder csv = new StringBuilder("when,amount,client,shop,is_fraud\n");
        Random random = new Random(1);
        for (int row = 0; row < 50; row++) {
            boolean fraud = row % 9 == 4;
            csv.append("2024-01-%02d 10:%02d:00,%d,c%d,s%d,%d\n"
                    .formatted(
                            1 + row / 2, row, fraud ? 900 : 20 + random.nextInt(30), row % 5, row % 4, fraud ? 1 : 0));
        }
        Report report = run().train(CsvFiles.parse(csv.toString())).report();
        assertThat(report.notes()).anyMatch(note -> note.level() == Report.Note.Level.WARNING);
        assertThat(metric(report, "auc")).isBetween(0.0, 1.0);
    }

    @Test
    void onePositiveRowIsTooFew() {
        StringBuilder csv = new StringBuilder("amount,fraud\n");
        for (int row = 0; row < 50; row++) {
            csv.append(row * 1.5).append(row == 20 ? ",1\n" : ",0\n");
        }
        assertRefused(csv.toString(), Map.of(), "too few to learn from");
    }

    @Test
    void oneClassIsRefused() {
        assertRefused("amount,fraud\n1,0\n2,0\n3,0\n", Map.of(), "same label \"0\"");
    }

    @Test
    void threeClassesAreRefused() {
        assertRefused(
                "amount,fraud\n1,low\n2,middle\n3,high\n4,low\n", Map.of("column.label", "fraud"), "more than two");
    }

    @Test
    void aColumnCannotPlayTwoParts() {
        assertRefused(
                "amount,fraud\n1,0\n2,1\n3,0\n4,1\n",
                Map.of("column.label", "fraud", "column.amount", "fraud"),
                "\"fraud\" cannot be both");
    }

    @Test
    void nothingBesideTheOutcomeIsRefused() {
        assertRefused("id,fraud\n1,0\n2,1\n3,0\n4,1\n5,0\n6,1\n", Map.of(), "no column that could be learnt from");
    }

    @Test
    void aColumnThatGivesTheOutcomeAwayIsLeftOut() throws Exception {
        StringBuilder csv = new StringBuilder("amount,scenario,score_of_something,fraud\n");
        rows(
                3_000,
                (random, row, fraud) -> csv.append("%s,%d,%s,%d\n"
                        .formatted(
                                20 + random.nextInt(100),
                                fraud ? 1 + random.nextInt(3) : 0,
                                random.nextGaussian(),
                                fraud ? 1 : 0)));
        Report report = run().train(CsvFiles.parse(csv.toString())).report();
        assertThat(texts(report)).contains("give the outcome away").contains("\"scenario\"");
        assertThat(metric(report, "auc")).isLessThan(0.7);
    }

    @Test
    void missingValuesAndLabelsAreLivedWith() throws Exception {
        StringBuilder csv = new StringBuilder("ts,amt,card,merchant,device,label\n");
        rows(
                4_000,
                (random, row, fraud) -> csv.append("%s,%s,%s,%s,%s,%s\n"
                        .formatted(
                                random.nextInt(50) == 0 ? "" : 1_700_000_000L + row * 900L,
                                random.nextInt(20) == 0
                                        ? ""
                                        : money(random, fraud).replace(',', '.'),
                                random.nextInt(20) == 0 ? "" : 4_000 + random.nextInt(50),
                                random.nextInt(20) == 0 ? "" : "m" + random.nextInt(30),
                                random.nextInt(3) == 0 ? "" : random.nextBoolean() ? "phone" : "web",
                                random.nextInt(30) == 0 ? "" : fraud ? 1 : -1)));
        MemoryTable file = CsvFiles.parse(csv.toString());
        TrainedModel model =
                run().withOptions(Map.of("rounds", "40", "column.time", "ts")).train(file);
        assertThat(texts(model.report())).contains("have no outcome").contains("have no readable time");
        assertThat(metric(model.report(), "auc")).isGreaterThan(0.85);
        assertThat(run().score(model, file).result().rowCount()).isEqualTo(4_000);
    }

    @Test
    void aFileOfTwoDaysIsSplitByTimeToo() throws Exception {
        StringBuilder csv = new StringBuilder("Time,V1,V2,Amount,Class\n");
        rows(
                5_000,
                (random, row, fraud) -> csv.append(String.format(
                        Locale.ROOT,
                        "%d,%.4f,%.4f,%.2f,%d%n",
                        row * 34,
                        random.nextGaussian() + (fraud ? 3 : 0),
                        random.nextGaussian(),
                        random.nextDouble() * 100,
                        fraud ? 1 : 0)));
        Report report = run().train(CsvFiles.parse(csv.toString())).report();
        assertThat(texts(report))
                .contains("\"Class\" is the outcome, \"Time\" is the time, \"Amount\" is the amount")
                .contains("seconds from a start")
                .contains("Judged on the last 1,500 rows");
        assertThat(metric(report, "auc")).isGreaterThan(0.9);
    }

    /** Where a file is split by shares, the kept model learns from as many rows as the judged one, however they are spread. */
    @Test
    void ofRowsThatGetRarerAsManyAreLearntFrom() throws Exception {
        StringBuilder csv = new StringBuilder("Time,V1,Amount,Class\n");
        rows(
                3_000,
                (random, row, fraud) -> csv.append(String.format(
                        Locale.ROOT,
                        "%d,%.4f,%.2f,%d%n",
                        (long) row * row / 100,
                        random.nextGaussian() + (fraud ? 3 : 0),
                        random.nextDouble() * 100,
                        fraud ? 1 : 0)));
        Report report = run().train(CsvFiles.parse(csv.toString())).report();
        assertThat(texts(report))
                .contains("Judged on the last 900 rows after learning from the 2,100 before them")
                .contains("The final model has learnt from 2,100 rows");
    }

    @Test
    void aChosenColumnWinsOverAGuessAndNoneDeclines() throws Exception {
        MemoryTable file = Samples.small();
        TrainedModel model = run().withOptions(
                        Map.of("rounds", "20", "column.customer", "none", "column.terminal", "TERMINAL_ID"))
                .train(file);
        assertThat(texts(model.report()))
                .contains("\"terminal_id\" is the terminal")
                .doesNotContain("is the customer");
    }

    @Test
    void moreThanTheMemoryHoldsIsRefused() throws Exception {
        TemplateRun small = run().withResources(new Resources(1, 0, 1 << 20));
        assertThatThrownBy(() -> small.train(Samples.small()))
                .isInstanceOfSatisfying(TemplateException.class, refusal -> assertThat(refusal.kind())
                        .isEqualTo(TemplateException.Kind.RESOURCES));
    }

    /** The judged week is one of several that the report tells, and customers are counted beside alerts. */
    @Test
    void earlierWeeksAndCustomersAreTold() throws Exception {
        Report report = run().withOptions(Map.of("rounds", "20", "reviewCost", "5"))
                .train(Samples.of(new Simulation(70, 250, 200, 7)))
                .report();
        assertThat(report.charts())
                .filteredOn(chart -> chart.name().equals("weeks"))
                .singleElement()
                .satisfies(chart -> assertThat(((Chart.Grid) chart).rows()).hasSizeBetween(2, 4));
        assertThat(metric(report, "averagePrecisionMean")).isBetween(0.1, 1.0);
        assertThat(metric(report, "averagePrecisionSpread")).isBetween(0.0, 0.5);
        assertThat(metric(report, "customersPerDay")).isLessThanOrEqualTo(metric(report, "alertsPerDay"));
        assertThat(metric(report, "saved")).isPositive();
        assertThat(report.charts())
                .filteredOn(Chart.Threshold.class::isInstance)
                .singleElement()
                .satisfies(chart -> assertThat(((Chart.Threshold) chart).columns())
                        .extracting(Chart.Axis::title)
                        .contains(
                                "Saved after reviews per day",
                                "Customers touched per day",
                                "Touched without fraud per day"));
        assertThat(report.charts())
                .filteredOn(chart -> chart.name().equals("segments"))
                .singleElement()
                .satisfies(chart -> assertThat(((Chart.Grid) chart).rows())
                        .extracting(row -> row.getFirst())
                        .contains("category \"fuel\"", "Monday"));
    }

    /** Payments below 0 teach and score like the same payments above it. */
    @Test
    void debitsAreReadAsPayments() throws Exception {
        MemoryTable payments = CsvFiles.parse(signed(""));
        MemoryTable debits = CsvFiles.parse(signed("-"));
        TemplateRun run = run().withOptions(Map.of("rounds", "20", "reviewCost", "5"));
        TrainedModel plain = run.train(payments);
        TrainedModel turned = run.train(debits);
        assertThat(texts(turned.report())).contains("Most of \"amount\" is below 0");
        assertThat(turned.report().metrics()).isEqualTo(plain.report().metrics());
        assertThat(run.score(turned, debits).result().numbers("score"))
                .isEqualTo(run.score(plain, payments).result().numbers("score"));
        assertThat(run.score(turned, debits.slice(2_500, 3_000)).result().numbers("score"))
                .isEqualTo(
                        run.score(plain, payments.slice(2_500, 3_000)).result().numbers("score"));
    }

    private static String signed(String sign) {
        StringBuilder csv = new StringBuilder("when,card,shop,amount,fraud\n");
        rows(
                3_000,
                (random, row, fraud) -> csv.append("%s:00,k%d,s%d,%s%s,%d\n"
                        .formatted(
                                LocalDateTime.of(2024, 3, 1, 0, 0).plusMinutes(row * 19L),
                                random.nextInt(40),
                                random.nextInt(30),
                                sign,
                                money(random, fraud).replace(',', '.'),
                                fraud ? 1 : 0)));
        return csv.toString();
    }

    private void assertRefused(String csv, Map<String, String> options, String words) {
        assertThatThrownBy(() -> run().withOptions(options).train(CsvFiles.parse(csv)))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(words);
    }

    private interface Row {
        void write(Random random, int row, boolean fraud);
    }

    /** One in 25 is fraud. */
    private static void rows(int count, Row row) {
        Random random = new Random(9);
        for (int at = 0; at < count; at++) {
            row.write(random, at, random.nextInt(25) == 0);
        }
    }

    private static String money(Random random, boolean fraud) {
        double amount = (10 + random.nextInt(80)) * (fraud ? 4 + random.nextInt(5) : 1);
        return String.format(Locale.GERMANY, "%.2f", amount);
    }

    private static double metric(Report report, String name) {
        return report.metrics().stream()
                .filter(metric -> metric.name().equals(name))
                .mapToDouble(Metric::value)
                .findFirst()
                .orElseThrow();
    }

    private static String texts(Report report) {
        return String.join("\n", report.notes().stream().map(Report.Note::text).toList());
    }

    private TemplateRun run() {
        return TemplateRun.of(FraudDetection::new, folder).withOptions(Map.of("rounds", "40"));
    }
}
