package io.millwright.templates.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.testkit.CsvFiles;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.Scored;
import io.millwright.plugins.testkit.TemplateRun;
import io.millwright.plugins.testkit.TrainedModel;
import io.millwright.templates.fraud.features.FeatureTable;
import io.millwright.templates.fraud.ledger.Remembered;
import io.millwright.templates.fraud.model.FraudModel;
import io.millwright.templates.fraud.model.ModelFiles;
import io.millwright.templates.fraud.scoring.PastAndFile;
import io.millwright.templates.fraud.simulation.Simulation;
import io.millwright.templates.learning.report.Notes;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scoring sees of a transaction what training would have seen, whether its past is in the file or in the model. */
class SameRowsTest {

    @TempDir
    Path folder;

    @Test
    void aLaterFileContinuesFromTheModelsMemory() throws Exception {
        MemoryTable whole = Samples.of(new Simulation(75, 60, 60, 3));
        int cut = (int) (whole.rowCount() * 0.8);
        TrainedModel trained = run().train(whole.slice(0, cut));
        try (FraudModel model = ModelFiles.read(trained)) {
            FeatureTable past = features(whole, model, Remembered.nothing());
            FeatureTable later = features(whole.slice(cut, Integer.MAX_VALUE), model, model.memory());
            assertThat(model.memory().size()).isBetween(1, cut);
            assertSame(past, cut, later);
        }
    }

    @Test
    void aFileWithItsPastInsideGivesTheSame() throws Exception {
        MemoryTable whole = Samples.of(new Simulation(75, 60, 60, 3));
        int cut = (int) (whole.rowCount() * 0.8);
        TrainedModel trained = run().train(whole.slice(0, cut));

        Scored inside = run().score(trained, whole);
        Scored later = run().score(trained, whole.slice(cut, Integer.MAX_VALUE));
        assertThat(later.result().numbers("score"))
                .isEqualTo(inside.result().slice(cut, Integer.MAX_VALUE).numbers("score"));
        assertThat(later.result().texts("reason1")).anyMatch(reason -> reason != null && !reason.isBlank());
    }

    /** One date of another age neither becomes the newest day that is learnt from, nor drops what is remembered. */
    @Test
    void anOddDateChangesNoOtherRow() throws Exception {
        String[] lines = payments(3_000);
        int cut = 2_400;
        String plain = String.join("\n", Arrays.copyOf(lines, cut + 1)) + "\n";
        String first = lines[1].replaceFirst("^[^,]*,", "");
        TrainedModel model = run().train(CsvFiles.parse(plain));
        TrainedModel odd = run().train(CsvFiles.parse(
                plain + "9999-12-31 00:00:00," + first + "\n2099-12-31 00:00:00," + first + "\n"));
        assertThat(odd.report().notes()).anyMatch(note -> note.text().contains("is years from nearly all others"));
        assertThat(odd.report().metrics()).isEqualTo(model.report().metrics());

        String later = lines[0] + "\n" + String.join("\n", Arrays.copyOfRange(lines, cut + 1, lines.length)) + "\n";
        double[] scores = run().score(model, CsvFiles.parse(later)).result().numbers("score");
        double[] beside = run().score(odd, CsvFiles.parse(later + "1970-01-01 00:00:00," + first + "\n"))
                .result()
                .numbers("score");
        assertThat(Arrays.copyOf(beside, scores.length)).isEqualTo(scores);
    }

    /** A header and a line for each payment. */
    private static String[] payments(int rows) {
        StringBuilder csv = new StringBuilder("when,client,shop,amount,fraud\n");
        Random random = new Random(4);
        DateTimeFormatter format = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
        for (int row = 0; row < rows; row++) {
            boolean fraud = random.nextInt(12) == 0;
            csv.append("%s,k%d,s%d,%d,%d\n"
                    .formatted(
                            LocalDateTime.of(2024, 2, 1, 8, 0)
                                    .plusMinutes(row * 19L)
                                    .format(format),
                            random.nextInt(30),
                            random.nextInt(20),
                            20 + random.nextInt(60) + (fraud ? 90 : 0),
                            fraud ? 1 : 0));
        }
        return csv.toString().split("\n");
    }

    @Test
    void theOrderOfAFileDoesNotMatter() throws Exception {
        MemoryTable whole = Samples.small();
        TrainedModel trained = run().train(whole);
        double[] scores = run().score(trained, whole).result().numbers("score");
        double[] shuffled =
                run().score(trained, Samples.reversed(whole)).result().numbers("score");
        for (int row = 0; row < scores.length; row++) {
            assertThat(shuffled[scores.length - 1 - row]).isEqualTo(scores[row]);
        }
    }

    /** A day and a time of day in two columns are one moment. */
    @Test
    void timesOfDayInAColumnOfTheirOwnGiveTheSame() throws Exception {
        StringBuilder one = new StringBuilder("when,client,shop,amount,fraud\n");
        StringBuilder two = new StringBuilder("when,hour,client,shop,amount,fraud\n");
        Random random = new Random(4);
        for (int row = 0; row < 1_500; row++) {
            LocalDateTime moment = LocalDateTime.of(2024, 2, 1, 8, 0).plusMinutes(row * 41L);
            boolean fraud = random.nextInt(12) == 0;
            String rest = "k%d,s%d,%d,%d\n"
                    .formatted(
                            random.nextInt(30),
                            random.nextInt(20),
                            20 + random.nextInt(60) + (fraud ? 90 : 0),
                            fraud ? 1 : 0);
            one.append(moment).append(":00,").append(rest);
            two.append(moment.toLocalDate())
                    .append(',')
                    .append(moment.toLocalTime())
                    .append(',')
                    .append(rest);
        }
        TrainedModel together = run().train(CsvFiles.parse(one.toString()));
        TrainedModel apart = run().train(CsvFiles.parse(two.toString()));
        assertThat(apart.report().metrics()).isEqualTo(together.report().metrics());
        assertThat(run().score(apart, CsvFiles.parse(two.toString())).result().numbers("score"))
                .isEqualTo(run().score(together, CsvFiles.parse(one.toString()))
                        .result()
                        .numbers("score"));
    }

    private static FeatureTable features(MemoryTable file, FraudModel model, Remembered memory) throws Exception {
        return PastAndFile.of(file, new OptionValues(Map.of()), model.recipe(), memory, new Notes())
                .table();
    }

    /** Compares the rows of the later file with the last ones of the whole. */
    private static void assertSame(FeatureTable whole, int cut, FeatureTable later) {
        int skipped = 0;
        while (later.transactions().remembered(skipped)) {
            skipped++;
        }
        int rows = later.transactions().size() - skipped;
        assertThat(rows).isEqualTo(whole.transactions().size() - cut);
        for (int column = 0; column < whole.features().size(); column++) {
            assertThat(Arrays.copyOfRange(later.columns()[column], skipped, skipped + rows))
                    .as(whole.features().get(column).name())
                    .containsExactly(Arrays.copyOfRange(whole.columns()[column], cut, cut + rows));
        }
    }

    private TemplateRun run() {
        return TemplateRun.of(FraudDetection::new, folder).withOptions(Map.of("rounds", "30"));
    }
}
