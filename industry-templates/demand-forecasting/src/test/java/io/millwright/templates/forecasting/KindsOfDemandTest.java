package io.millwright.templates.forecasting;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.plugins.testkit.CsvFiles;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.TemplateRun;
import io.millwright.plugins.testkit.TrainedModel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Simulated demand of other kinds than the evaluation data: shops that close, rare demands, loads that follow the weather. The
 * steps after the training are known to the test only; forecasts have to beat the last season, and intervals to hold.
 */
class KindsOfDemandTest {

    @TempDir
    Path folder;

    @Test
    void shopsThatCloseOnSundaysAndHolidays() throws Exception {
        Simulated data = new Simulated("Store,Date,Sales,Customers,Open,Promo,StateHoliday", 14);
        SplittableRandom random = new SplittableRandom(1);
        for (int store = 1; store <= 15; store++) {
            double level = 3_000 + 5_000 * random.nextDouble();
            for (int day = 0; day < 414; day++) {
                LocalDate date = LocalDate.of(2023, 1, 2).plusDays(day);
                boolean holiday = day % 50 == 3;
                boolean open = day % 7 != 6 && !holiday;
                boolean promo = day / 7 % 2 == 0 && day % 7 < 5;
                double sales = open
                        ? level
                                * (1 + 0.3 * Math.cos(day % 7))
                                * (promo ? 1.4 : 1)
                                * Math.exp(0.2 * (random.nextDouble() - 0.5))
                        : 0;
                data.add(
                        store,
                        day,
                        400,
                        "%d,%s,%%s,%%s,%d,%d,%s"
                                .formatted(store, date, open ? 1 : 0, promo ? 1 : 0, holiday ? "a" : "0"),
                        Math.rint(sales),
                        Math.rint(sales / 9 * Math.exp(0.1 * (random.nextDouble() - 0.5))));
            }
        }
        Judged judged = data.judge(folder, "Store", "Date", 7);
        assertThat(judged.notes()).anySatisfy(note -> assertThat(note).contains("\"Customers\""));
        assertThat(judged.wape()).isLessThan(0.5 * judged.naive()).isLessThan(0.12);
        assertThat(judged.covered()).isBetween(0.90, 1.0);
    }

    @Test
    void rareDemandsWithPrices() throws Exception {
        Simulated data = new Simulated("item_id,store_id,date,sales,discount_pct,sell_price", 14);
        SplittableRandom random = new SplittableRandom(2);
        for (int series = 0; series < 40; series++) {
            double rate = 0.1 + 0.6 * random.nextDouble();
            for (int day = 0; day < 314; day++) {
                double price = day / 20 % 4 == series % 4 ? 2.5 : 3;
                double mean = rate * (day % 7 > 4 ? 2 : 1) * (price < 3 ? 2 : 1);
                int sold = 0;
                for (double left = mean; left > 0; left -= 0.1) {
                    sold += random.nextDouble() < Math.min(0.1, left) ? 1 : 0;
                }
                data.add(
                        series,
                        day,
                        300,
                        "I%d,S%d,%s,%%s,%%s,%s"
                                .formatted(
                                        series / 2,
                                        series % 2,
                                        LocalDate.of(2023, 1, 2).plusDays(day),
                                        price),
                        sold,
                        0);
            }
        }
        Judged judged = data.judge(folder, "item_id", "date", 7);
        assertThat(judged.wape()).isLessThan(0.95 * judged.naive());
        assertThat(judged.bias()).isBetween(-0.25, 0.25);
        assertThat(judged.covered()).isBetween(0.90, 1.0);
    }

    @Test
    void loadThatFollowsTheWeather() throws Exception {
        Simulated data = new Simulated("Zeitstempel,Zaehler,Verbrauch,Temperatur", 24);
        SplittableRandom random = new SplittableRandom(3);
        for (int meter = 0; meter < 5; meter++) {
            SplittableRandom weather = new SplittableRandom(77);
            double warmth = 0;
            for (int hour = 0; hour < 24 * 43; hour++) {
                warmth = hour % 24 == 0 ? 5 * weather.nextGaussian() : warmth;
                double temperature = 5 + warmth + 4 * Math.sin(2 * Math.PI * (hour % 24 - 9) / 24);
                double load = 100
                        * (meter + 1)
                        * (1
                                + 0.3 * Math.sin(2 * Math.PI * (hour % 24 - 6) / 24)
                                + 0.03 * Math.max(0, 15 - temperature))
                        * Math.exp(0.05 * random.nextGaussian());
                LocalDateTime time = LocalDateTime.of(2024, 1, 1, 0, 0).plusHours(hour);
                data.add(
                        meter,
                        hour,
                        24 * 42,
                        "%s,M%d,%%s,%s".formatted(time, meter, Math.rint(10 * temperature) / 10),
                        load,
                        0);
            }
        }
        Judged judged = data.judge(folder, "Zaehler", "Zeitstempel", 24);
        assertThat(judged.wape()).isLessThan(0.75 * judged.naive()).isLessThan(0.1);
        assertThat(judged.covered()).isBetween(0.85, 1.0);
    }

    private record Judged(double wape, double naive, double bias, double covered, List<String> notes) {}

    /** Rows of a file, of which the last steps are not told. */
    private static final class Simulated {
        private final int ahead;
        private final StringBuilder past;
        private final StringBuilder asked;
        private final List<List<Double>> values = new ArrayList<>();

        Simulated(String header, int ahead) {
            this.ahead = ahead;
            past = new StringBuilder(header + "\n");
            asked = new StringBuilder(header + "\n");
        }

        /** @param row with places for the value, and for a figure that is known with it only */
        void add(int series, int step, int known, String row, double value, double figure) {
            String told = row.replaceFirst("%s", step < known ? String.format(Locale.ROOT, "%.2f", value) : "")
                    .replaceFirst("%s", step < known ? String.format(Locale.ROOT, "%.2f", figure) : "");
            (step < known ? past : asked).append(told).append("\n");
            if (step == 0) {
                values.add(new ArrayList<>());
            }
            values.getLast().add(value);
        }

        Judged judge(Path folder, String key, String time, int season) throws Exception {
            TemplateRun run = TemplateRun.of(DemandForecasting::new, folder)
                    .withOptions(Map.of("preset", "quick", "horizon", Integer.toString(ahead)));
            TrainedModel model = run.train(CsvFiles.parse(past.toString()));
            var scored = run.score(model, CsvFiles.parse(asked.toString()));
            MemoryTable result = scored.result();
            assertThat(result.rowCount()).isEqualTo((long) values.size() * ahead);
            double[] forecast = result.numbers("forecast");
            double[] lower = result.numbers("lower95");
            double[] upper = result.numbers("upper95");
            double error = 0;
            double naive = 0;
            double came = 0;
            double said = 0;
            int inside = 0;
            for (int row = 0; row < forecast.length; row++) {
                List<Double> own = values.get(row / ahead);
                int step = own.size() - ahead + row % ahead;
                double truth = own.get(step);
                error += Math.abs(truth - forecast[row]);
                naive += Math.abs(truth - own.get(own.size() - ahead - season + row % ahead % season));
                came += truth;
                said += forecast[row];
                inside += truth >= lower[row] - 1e-9 && truth <= upper[row] + 1e-9 ? 1 : 0;
            }
            Judged judged = new Judged(
                    error / came,
                    naive / came,
                    said / came - 1,
                    (double) inside / forecast.length,
                    model.report().notes().stream().map(note -> note.text()).toList());
            return judged;
        }
    }
}
