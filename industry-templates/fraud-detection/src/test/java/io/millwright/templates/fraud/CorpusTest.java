package io.millwright.templates.fraud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.plugins.api.Metric;
import io.millwright.plugins.api.Report;
import io.millwright.plugins.api.Resources;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.testkit.CsvFiles;
import io.millwright.plugins.testkit.TemplateRun;
import io.millwright.plugins.testkit.TrainedModel;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Small files with one oddity each, and the sentence that a person reads about it. */
class CorpusTest {

    @TempDir
    private Path folder;

    /** @param options that a person set */
    private record Case(String oddity, String csv, Map<String, String> options, String sentence) {
        Case(String oddity, String csv, String sentence) {
            this(oddity, csv, Map.of(), sentence);
        }
    }

    private static Stream<Case> refused() {
        return Stream.of(
                new Case("one class only", wide(60, "0"), "Every row has the same label \"0\" in column \"fraud\""),
                new Case("an empty label", wide(60, ""), "The label column \"fraud\" is empty"),
                new Case("one positive row", wide(60, "0") + "9.5,9,1\n", "yes in 1 rows and no in 60: too few"),
                new Case(
                        "a column to leave out that is not there",
                        wide(60, null),
                        Map.of("leaveOut", "amount, shoe size"),
                        "There is no column \"shoe size\" to leave out"),
                new Case(
                        "a time that is none",
                        with(wide(60, null), "colour", row -> row % 2 == 0 ? "red" : "blue"),
                        Map.of("column.time", "colour"),
                        "The column \"colour\" cannot be read as time"));
    }

    private static Stream<Case> learnt() {
        return Stream.of(
                new Case(
                        "fewer rows than folds",
                        "amount,size,fraud\n1,2,0\n5,3,1\n2,2,0\n6,4,1\n",
                        "Only 2 of 4 rows are of the rarer sort"),
                new Case("fifty rows", wide(50, null), "the figures are rough"),
                new Case(
                        "a constant column",
                        with(wide(120, null), "currency", row -> "EUR"),
                        "never change: \"currency\""),
                new Case(
                        "a duplicate column",
                        with(wide(120, null), "copy", row -> String.valueOf(row % 37)),
                        "they repeat another column: \"size\" as \"copy\""),
                new Case(
                        "a category of very many values",
                        with(wide(300, null), "comment", row -> "note " + row * 7_919 % 290),
                        "hold free text or never change: \"comment\""),
                new Case(
                        "a column that gives the outcome away",
                        with(wide(300, null), "handled", row -> fraud(row) ? "1" : "0"),
                        Map.of("column.label", "fraud"),
                        "alone they give the outcome away, so they are probably filled in afterwards: \"handled\""),
                new Case(
                        "a customer on both sides",
                        with(wide(900, null), "customer", row -> "c" + row % 180),
                        "all rows of one are kept on the same side"),
                new Case(
                        "few customers on both sides",
                        with(wide(300, null), "customer", row -> "c" + row % 15),
                        "too few customers to keep them apart"),
                new Case("copies of rows", copies(), "200 rows are copies of another in every column, or nearly"),
                new Case("dates out of order", payments("yyyy-MM-dd HH:mm:ss", true), "Judged on "),
                new Case("days before months", payments("dd/MM/yyyy HH:mm", false), "\"when\" is the time"),
                new Case("months before days", payments("MM/dd/yyyy HH:mm", false), "\"when\" is the time"),
                new Case("dots and short years", payments("dd.MM.yy HH:mm", false), "\"when\" is the time"),
                new Case("digits only", payments("yyyyMMddHHmmss", false), "\"when\" is the time"),
                new Case("copied payments", payments("yyyy-MM-dd HH:mm", false) + again(), "2 rows repeat another"),
                new Case(
                        "moments of the future",
                        with(payments("yyyy-MM-dd HH:mm:ss", false), "settled", row -> "2024-09-0" + (1 + row % 9)),
                        "\"settled\" lies after the transaction in 100 % of its rows"),
                new Case(
                        "a cost of reviews alone",
                        "size,colour,bad\n" + wide(200, null).replaceFirst("[^\n]*\n", ""),
                        Map.of("reviewCost", "5", "column.amount", "none"),
                        "not what a missed fraud costs"));
    }

    @TestFactory
    Stream<DynamicTest> whatCannotBeLearntFromIsRefused() {
        return refused()
                .map(one -> DynamicTest.dynamicTest(one.oddity(), () -> assertThatThrownBy(
                                () -> run(one.options()).train(CsvFiles.parse(one.csv())))
                        .isInstanceOf(TemplateException.class)
                        .hasMessageContaining(one.sentence())));
    }

    @TestFactory
    Stream<DynamicTest> whatIsOddIsLearntFromAndTold() {
        return learnt().map(one -> DynamicTest.dynamicTest(one.oddity(), () -> {
            Report report = run(one.options()).train(CsvFiles.parse(one.csv())).report();
            assertThat(report.notes()).extracting(Report.Note::text).anyMatch(text -> text.contains(one.sentence()));
            assertThat(report.metrics()).extracting(Metric::value).allMatch(Double::isFinite);
        }));
    }

    @Test
    void theOrderOfRowsIsNoMatterToTraining() throws Exception {
        TrainedModel ordered = run(Map.of()).train(CsvFiles.parse(payments("yyyy-MM-dd HH:mm:ss", false)));
        TrainedModel shuffled = run(Map.of()).train(CsvFiles.parse(payments("yyyy-MM-dd HH:mm:ss", true)));
        assertThat(shuffled.report().metrics()).isEqualTo(ordered.report().metrics());
    }

    @Test
    void aLabelThatIsMissingAtScoringIsNotMissed() throws Exception {
        TrainedModel model = run(Map.of()).train(CsvFiles.parse(wide(200, null)));
        var file = CsvFiles.parse(wide(200, null));
        double[] scores = run(Map.of()).score(model, file).result().numbers("score");
        assertThat(run(Map.of()).score(model, file.without("fraud")).result().numbers("score"))
                .isEqualTo(scores);
        assertThat(run(Map.of()).score(model, file.allMissing("fraud")).result().numbers("score"))
                .isEqualTo(scores);
    }

    @Test
    void aColumnIsLeftOutWhenAPersonSaysSo() throws Exception {
        Report report = run(Map.of("leaveOut", "Size"))
                .train(CsvFiles.parse(wide(200, null)))
                .report();
        assertThat(report.notes()).extracting(Report.Note::text).noneMatch(text -> text.contains("\"size\""));
    }

    @Test
    void aGpuThatTheEngineCannotUseIsTold() throws Exception {
        Report report = run(Map.of())
                .withResources(new Resources(1, 1, 2L << 30))
                .train(CsvFiles.parse(wide(200, null)))
                .report();
        assertThat(report.notes())
                .extracting(Report.Note::text)
                .anyMatch(text -> text.startsWith("Trees were grown on the processor, although a GPU was granted"));
    }

    private TemplateRun run(Map<String, String> options) {
        Map<String, String> all = new HashMap<>(options);
        all.put("rounds", "15");
        return TemplateRun.of(FraudDetection::new, folder).withOptions(all);
    }

    private static boolean fraud(int row) {
        return row % 6 == 2;
    }

    /** @param label of every row; null for both sorts */
    private static String wide(int rows, @Nullable String label) {
        Random random = new Random(6);
        StringBuilder csv = new StringBuilder("amount,size,fraud\n");
        for (int row = 0; row < rows; row++) {
            String outcome = label == null ? fraud(row) ? "1" : "0" : label;
            double amount = random.nextInt(5_000) / 100.0 + (fraud(row) ? 20 : 0);
            csv.append(String.format(Locale.ROOT, "%.2f,%d,%s%n", amount, row % 37, outcome));
        }
        return csv.toString();
    }

    private interface Cell {
        String of(int row);
    }

    private static String with(String csv, String name, Cell cell) {
        String[] lines = csv.split("\n");
        StringBuilder more = new StringBuilder(name + "," + lines[0] + "\n");
        for (int row = 1; row < lines.length; row++) {
            more.append(cell.of(row - 1)).append(',').append(lines[row]).append('\n');
        }
        return more.toString();
    }

    private static String copies() {
        String csv = with(with(wide(400, null), "height", row -> row * 31 % 397 + ".5"), "width", row -> row % 83 + "");
        String[] lines = csv.split("\n");
        return csv + String.join("\n", Arrays.copyOfRange(lines, 1, 201)) + "\n";
    }

    private static String payments(String pattern, boolean shuffled) {
        Random random = new Random(5);
        DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < 1_200; row++) {
            boolean fraud = random.nextInt(12) == 0;
            lines.add(String.format(
                    Locale.ROOT,
                    "%s,k%d,s%d,%d,%d",
                    LocalDateTime.of(2024, 2, 1, 8, 0).plusMinutes(row * 61L).format(format),
                    random.nextInt(40),
                    random.nextInt(30),
                    20 + random.nextInt(60) + (fraud ? 150 : 0),
                    fraud ? 1 : 0));
        }
        if (shuffled) {
            Collections.shuffle(lines, new Random(1));
        }
        return "when,client,shop,amount,fraud\n" + String.join("\n", lines) + "\n";
    }

    private static String again() {
        return "2024-03-22 17:00,k1,s1,25,0\n".repeat(3);
    }
}
