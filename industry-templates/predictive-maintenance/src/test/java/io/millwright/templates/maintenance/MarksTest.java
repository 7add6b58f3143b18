package io.millwright.templates.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.TemplateRun;
import io.millwright.plugins.testkit.TrainedModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The marks on NASA's turbofan engines: learnt from its training part, judged on the last row of each test engine. The test
 * part is used for nothing else.
 */
class MarksTest {

    /** Where the literature cuts lives off. */
    private static final double CUT = 125;

    private static final int HIDDEN = 50;

    @TempDir
    Path folder;

    /** What every build can afford: a quarter of a minute instead of a minute and a half. */
    @Test
    void turbofanAtAGlance() throws Exception {
        TemplateRun run = TemplateRun.of(PredictiveMaintenance::new, folder).withOptions(Map.of("preset", "quick"));
        Judged whole = judge(run, run.train(Turbofan.training()), Turbofan.test(), "preset quick, whole");
        assertThat(whole.capped()).isLessThanOrEqualTo(10.5);
        assertThat(whole.raw()).isLessThanOrEqualTo(11.8);
        assertThat(whole.coverage()).isBetween(0.84, 0.96);
    }

    @Test
    @EnabledIfSystemProperty(named = "millwright.marks", matches = "all")
    void turbofan() throws Exception {
        TemplateRun run = TemplateRun.of(PredictiveMaintenance::new, folder).withOptions(Map.of("preset", "balanced"));
        long started = System.nanoTime();
        TrainedModel model = run.train(Turbofan.training());
        double seconds = (System.nanoTime() - started) / 1e9;
        System.out.printf(Locale.ROOT, "%s (%.1f s)%n", model.report().headline(), seconds);
        model.report()
                .metrics()
                .forEach(metric -> System.out.printf(Locale.ROOT, "  %s %.3f%n", metric.name(), metric.value()));

        Judged whole = judge(run, model, Turbofan.test(), "whole");
        assertThat(whole.capped()).isLessThanOrEqualTo(10.0);
        assertThat(whole.raw()).isLessThanOrEqualTo(11.3);
        assertThat(whole.coverage()).isBetween(0.87, 0.93);
        assertThat(whole.wholeCoverage()).isBetween(0.87, 0.93);
        MemoryTable late = Turbofan.test().where("column2", cycle -> cycle != null && Integer.parseInt(cycle) > HIDDEN);
        Judged hidden = judge(run, model, late, "first 50 cycles hidden");
        assertThat(hidden.capped()).isLessThanOrEqualTo(12.0);
        assertThat(hidden.coverage()).isBetween(0.87, 0.93);
        assertThat(hidden.wholeCoverage()).isBetween(0.87, 0.93);
    }

    private static Judged judge(TemplateRun run, TrainedModel model, MemoryTable test, String what) throws Exception {
        MemoryTable result = run.score(model, test).result();
        double[] latest = result.numbers("latest");
        double[] asset = result.numbers("column1");
        double[] estimate = result.numbers("remaining_life");
        double[] lower = result.numbers("lower");
        double[] upper = result.numbers("upper");
        double[] truth = Turbofan.remaining();
        List<double[]> found = new ArrayList<>();
        for (int row = 0; row < latest.length; row++) {
            if (latest[row] == 1) {
                found.add(new double[] {estimate[row], truth[(int) asset[row] - 1], lower[row], upper[row]});
            }
        }
        double capped = 0;
        double raw = 0;
        double score = 0;
        int inside = 0;
        int whole = 0;
        for (double[] one : found) {
            double cut = Math.min(one[1], CUT);
            double error = Math.min(one[0], CUT) - cut;
            capped += error * error;
            raw += (one[0] - one[1]) * (one[0] - one[1]);
            score += error < 0 ? Math.exp(-error / 13) - 1 : Math.exp(error / 10) - 1;
            inside += cut >= one[2] && cut <= one[3] ? 1 : 0;
            whole += one[1] >= one[2] && one[1] <= one[3] ? 1 : 0;
        }
        int count = found.size();
        Judged judged = new Judged(
                Math.sqrt(capped / count),
                Math.sqrt(raw / count),
                score,
                (double) inside / count,
                (double) whole / count);
        System.out.printf(Locale.ROOT, "%s, %d engines: %s%n", what, count, judged);
        return judged;
    }

    /** How far the estimates for the test engines were off. */
    private record Judged(double capped, double raw, double phmScore, double coverage, double wholeCoverage) {}
}
