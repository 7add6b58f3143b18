package io.millwright.templates.fraud.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millwright.plugins.testkit.CsvFiles;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.TemplateRun;
import io.millwright.plugins.testkit.TrainedModel;
import io.millwright.templates.fraud.FraudDetection;
import io.millwright.templates.fraud.model.FraudModel;
import io.millwright.templates.fraud.model.ModelFiles;
import io.millwright.templates.learning.boosting.Matrix;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A smooth table, where a straight line says more than steps do, and one that is all corners. */
class LinearMemberTest {

    @TempDir
    Path folder;

    @Test
    void onASmoothTableARegressionTakesPartAndAPersonIsTold() throws Exception {
        MemoryTable smooth = table(row -> 1.6 * row[0] + 1.6 * row[1] - 1.2 * row[2] - 2);
        TrainedModel trained = run().train(smooth);
        assertThat(trained.report().notes())
                .anyMatch(note -> note.text().contains("A logistic regression takes part beside the trees, with "));
        try (FraudModel model = ModelFiles.read(trained)) {
            assertThat(model.mixture().weight()).isBetween(0.1, Weight.MOST);
            Matrix rows = new Matrix(new float[] {1.5f, 0.2f, Float.NaN, -0.3f, 2, 1}, 2, 3);
            double[] trees = model.trees().probabilities(rows);
            double[] mixed = model.mixture().scores(trees, rows);
            float[][] both = model.mixture().contributions(model.trees().contributions(rows), rows);
            float[][] alone = model.trees().contributions(rows);
            float[][] linear = model.mixture().linear().contributions(rows);
            double weight = model.mixture().weight();
            for (int row = 0; row < 2; row++) {
                double margin = (1 - weight) * logOdds(trees[row])
                        + weight * model.mixture().linear().margins(rows)[row];
                assertThat(logOdds(mixed[row])).isCloseTo(margin, within(1e-9));
                for (int column = 0; column < 3; column++) {
                    assertThat((double) both[row][column])
                            .isCloseTo((1 - weight) * alone[row][column] + weight * linear[row][column], within(1e-5));
                }
            }
        }
        double[] all = run().score(trained, smooth).result().numbers("score");
        double[] one = run().score(trained, smooth.slice(17, 18)).result().numbers("score");
        assertThat(one[0]).isEqualTo(all[17]);
        assertThat(Files.readString(run().train(smooth).file("recipe.json")))
                .isEqualTo(Files.readString(trained.file("recipe.json")));
    }

    @Test
    void whereTreesKnowMoreTheySpeakAlone() throws Exception {
        TrainedModel trained = run().train(table(row -> (Math.abs(row[0]) > 0.7) == (Math.abs(row[1]) > 0.7) ? 2 : -4));
        try (FraudModel model = ModelFiles.read(trained)) {
            assertThat(model.mixture()).isEqualTo(Mixture.NONE);
        }
        assertThat(Files.readString(trained.file("recipe.json")))
                .as("as models were written before there were regressions")
                .contains("\"format\" : 1")
                .doesNotContain("linear");
    }

    private TemplateRun run() {
        return TemplateRun.of(FraudDetection::new, folder).withOptions(Map.of("preset", "quick"));
    }

    private static double logOdds(double probability) {
        return Math.log(probability / (1 - probability));
    }

    private static MemoryTable table(ToDoubleFunction<double[]> margin) {
        Random random = new Random(11);
        StringBuilder csv = new StringBuilder("income,debt,age,bad\n");
        for (int at = 0; at < 1_500; at++) {
            double[] row = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            boolean bad = random.nextDouble() < 1 / (1 + Math.exp(-margin.applyAsDouble(row)));
            csv.append(String.format(Locale.ROOT, "%.4f,%.4f,%.4f,%d%n", row[0], row[1], row[2], bad ? 1 : 0));
        }
        return CsvFiles.parse(csv.toString());
    }
}
