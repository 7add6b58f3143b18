package io.millwright.templates.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.plugins.testkit.CsvFiles;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.TemplateRun;
import io.millwright.plugins.testkit.TrainedModel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prices and promotions of the steps ahead, and columns that only look like them. */
class KnownAheadTest {

    private static final int WEEKS = 110;
    private static final int AHEAD = 4;

    @TempDir
    Path folder;

    private TemplateRun run;

    @BeforeEach
    void quick() {
        run = TemplateRun.of(DemandForecasting::new, folder).withOptions(Map.of("preset", "quick", "horizon", "4"));
    }

    @Test
    void promotionsAheadRaiseForecasts() throws Exception {
        TrainedModel model = run.train(sales(0, WEEKS, WEEKS, -1));
        double none = sum(run.score(model, sales(WEEKS, WEEKS + AHEAD, 0, 0)).result());
        MemoryTable promoted =
                run.score(model, sales(WEEKS, WEEKS + AHEAD, 0, 1)).result();
        double all = sum(promoted);
        assertThat(promoted.texts("reason")).allSatisfy(reason -> assertThat(reason)
                .containsPattern("; promo, with which it was 2\\.\\d × as much"));
        // simulated: a promotion sells 2.5 times as much
        assertThat(all / none).isBetween(2.0, 3.0);
    }

    @Test
    void rowsAheadInTheFileOfTrainingAreUsedAndSayHowFar() throws Exception {
        TemplateRun open = run.withOptions(Map.of("preset", "quick"));
        MemoryTable table = sales(0, WEEKS + AHEAD, WEEKS, 1);
        assertThat(open.inspect(table).facts()).containsEntry("Steps ahead", "4");
        TrainedModel model = open.train(table);
        MemoryTable result = open.score(model, table).result();
        assertThat(result.rowCount()).isEqualTo(20L * AHEAD);
        double usual = sum(open.score(model, sales(WEEKS, WEEKS + AHEAD, 0, 0)).result());
        assertThat(sum(result)).isGreaterThan(1.8 * usual);
    }

    @Test
    void whatIsNotToldIsForecastWithoutAndSaid() throws Exception {
        MemoryTable past = sales(0, WEEKS, WEEKS, -1);
        var scored = run.score(run.train(past), past);
        assertThat(scored.report().orElseThrow().notes())
                .anySatisfy(note -> assertThat(note.text()).contains("the file does not tell \"price\", \"promo\""));
        assertThat(scored.result().rowCount()).isEqualTo(20L * AHEAD);
    }

    @Test
    void aColumnThatFollowsTheValueIsLeftOut() throws Exception {
        StringBuilder file = new StringBuilder("date,sales,revenue\n");
        SplittableRandom random = new SplittableRandom(3);
        for (int day = 0; day < 200; day++) {
            int sold = 50 + random.nextInt(50);
            file.append("%s,%d,%.2f%n".formatted(LocalDate.of(2024, 1, 1).plusDays(day), sold, 1.99 * sold));
        }
        assertThat(run.inspect(CsvFiles.parse(file.toString())).notes())
                .anySatisfy(note -> assertThat(note.text()).startsWith("\"revenue\" goes up and down with the value"));
    }

    @Test
    void aColumnThatIsEmptyAheadIsLeftOut() throws Exception {
        StringBuilder file = new StringBuilder("date,sales,holiday,visitors\n");
        SplittableRandom random = new SplittableRandom(3);
        for (int day = 0; day < 210; day++) {
            boolean past = day < 200;
            file.append("%s,%s,%d,%s%n"
                    .formatted(
                            LocalDate.of(2024, 1, 1).plusDays(day),
                            past ? 50 + random.nextInt(50) : "",
                            day % 10 == 3 ? 1 : 0,
                            past ? 100 + random.nextInt(50) : ""));
        }
        assertThat(run.inspect(CsvFiles.parse(file.toString())).notes())
                .anySatisfy(note -> assertThat(note.text()).startsWith("\"visitors\" is empty in the steps ahead"))
                .anySatisfy(note -> assertThat(note.text()).contains("known ahead: \"holiday\""));
    }

    /** A new item of a known shop and a known item of a new shop: both get the usual level of their kind, and promotions (2.5 times). */
    @Test
    void newSeriesBorrowFromTheirGroup() throws Exception {
        TrainedModel model = run.train(sales(0, WEEKS, WEEKS, -1));
        StringBuilder file = new StringBuilder("shop,item,date,qty,price,promo\n");
        for (String name : new String[] {"S0,I99", "S7,I3"}) {
            for (int week = WEEKS; week < WEEKS + AHEAD; week++) {
                file.append("%s,%s,,2.00,%s%n"
                        .formatted(name, LocalDate.of(2022, 1, 3).plusWeeks(week), week % 2 == 0 ? "yes" : "no"));
            }
        }
        var scored = run.score(model, CsvFiles.parse(file.toString()));
        assertThat(scored.report().orElseThrow().notes())
                .anySatisfy(note -> assertThat(note.text()).contains("lent them a past"));
        double[] forecast = scored.result().numbers("forecast");
        assertThat(forecast).hasSize(2 * AHEAD);
        for (int step = 0; step < AHEAD; step += 2) {
            assertThat(forecast[step] / forecast[step + 1]).isBetween(1.9, 3.1);
            assertThat(forecast[AHEAD + step] / forecast[AHEAD + step + 1]).isBetween(1.9, 3.1);
        }
        // simulated levels lie between 20 and 120
        assertThat(forecast[1]).isBetween(30.0, 120.0);
        double same = (level(6) + level(7)) / 2;
        assertThat(forecast[AHEAD + 1]).isBetween(0.7 * same, 1.3 * same);
    }

    @Test
    void aNameThatIsNoColumnIsRefused() {
        TemplateRun named = run.withOptions(Map.of("knownAhead", "rain"));
        assertThatThrownBy(() -> named.train(sales(0, WEEKS, WEEKS, -1)))
                .hasMessage("There is no column \"rain\", which was named as known ahead.");
    }

    /** Twenty series of two places; what was sold is empty from a week on. Promotions by chance, or as forced. */
    private static MemoryTable sales(int from, int to, int soldBefore, int forcedAhead) {
        StringBuilder file = new StringBuilder("shop,item,date,qty,price,promo\n");
        for (int series = 0; series < 20; series++) {
            SplittableRandom random = new SplittableRandom(series);
            double level = 20 + 100 * random.nextDouble();
            for (int week = 0; week < to; week++) {
                double price = 2 + 0.5 * random.nextInt(3);
                boolean promoted = random.nextInt(6) == 0;
                double noise = Math.exp(0.1 * (random.nextDouble() - 0.5));
                promoted = week >= WEEKS && forcedAhead >= 0 ? forcedAhead == 1 : promoted;
                double units = level * (promoted ? 2.5 : 1) * Math.pow(price / 2, -1) * noise;
                if (week >= from) {
                    file.append("S%d,I%d,%s,%s,%.2f,%s%n"
                            .formatted(
                                    series % 2,
                                    series / 2,
                                    LocalDate.of(2022, 1, 3).plusWeeks(week),
                                    week < soldBefore ? Long.toString(Math.round(units)) : "",
                                    price,
                                    promoted ? "yes" : "no"));
                }
            }
        }
        return CsvFiles.parse(file.toString());
    }

    private static double level(int series) {
        return 20 + 100 * new SplittableRandom(series).nextDouble();
    }

    private static double sum(MemoryTable result) {
        return Arrays.stream(result.numbers("forecast")).sum();
    }
}
