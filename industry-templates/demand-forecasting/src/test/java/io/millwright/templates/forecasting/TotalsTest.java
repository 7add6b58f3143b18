package io.millwright.templates.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.testkit.CsvFiles;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.TemplateRun;
import io.millwright.plugins.testkit.TrainedModel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Totals by item, by place, by region and overall add up, whatever way was chosen for them. */
class TotalsTest {

    private static final int HORIZON = 7;

    @TempDir
    Path folder;

    @Test
    void totalsAreSumsAtEveryLevel() throws Exception {
        TemplateRun run = TemplateRun.of(DemandForecasting::new, folder)
                .withOptions(Map.of("preset", "quick", "horizon", "7", "totals", "rows"));
        MemoryTable table = sales();
        TrainedModel model = run.train(table);
        assertThat(model.report().charts())
                .filteredOn(chart -> chart.name().equals("levels"))
                .singleElement()
                .satisfies(chart -> assertThat(((Chart.Grid) chart).rows())
                        .extracting(List::getFirst)
                        .containsExactly("total", "item", "shop", "region", "series"));

        MemoryTable result = run.score(model, table).result();
        List<@Nullable String> items = result.texts("item");
        List<@Nullable String> shops = result.texts("shop");
        double[] forecast = result.numbers("forecast");
        // 12 series, 4 items, 3 shops, 2 regions, and all
        assertThat(forecast).hasSize((12 + 4 + 3 + 2 + 1) * HORIZON);
        Map<String, Double> said = new HashMap<>();
        Map<String, Double> sums = new HashMap<>();
        for (int row = 0; row < forecast.length; row++) {
            String item = String.valueOf(items.get(row));
            String shop = String.valueOf(shops.get(row));
            int step = row % HORIZON;
            if (item.startsWith("I") && shop.startsWith("S")) {
                for (String total :
                        List.of(item + " (all)", "(all) " + shop, "(all) (all)", "region " + region(shop) + " (all)")) {
                    sums.merge(total + step, forecast[row], Double::sum);
                }
            } else {
                said.put(item + " " + shop + step, forecast[row]);
            }
        }
        assertThat(said.keySet()).isEqualTo(sums.keySet());
        said.forEach((total, value) ->
                assertThat(value).describedAs(total).isCloseTo(sums.get(total), within(1e-6 * value)));
        for (int row = 0; row < forecast.length; row++) {
            assertThat(result.numbers("lower95")[row]).isLessThanOrEqualTo(forecast[row]);
            assertThat(result.numbers("upper95")[row]).isGreaterThanOrEqualTo(forecast[row]);
        }
    }

    /** In the wide layout names beside the steps are levels. */
    @Test
    void wideFilesHaveLevelsToo() throws Exception {
        StringBuilder file = new StringBuilder("id,category,state");
        for (int day = 1; day <= 80; day++) {
            file.append(",d_").append(day);
        }
        SplittableRandom random = new SplittableRandom(6);
        for (int series = 0; series < 12; series++) {
            file.append("%nx%d,%s,%s".formatted(series, series % 3 == 0 ? "food" : "toys", series < 6 ? "TX" : "CA"));
            for (int day = 0; day < 80; day++) {
                file.append(",").append(10 + day % 7 + random.nextInt(6));
            }
        }
        MemoryTable table = CsvFiles.parse(file + "\n");
        TemplateRun run =
                TemplateRun.of(DemandForecasting::new, folder).withOptions(Map.of("preset", "quick", "horizon", "7"));
        TrainedModel model = run.train(table);
        assertThat(model.report().charts())
                .filteredOn(chart -> chart.name().equals("levels"))
                .singleElement()
                .satisfies(chart -> assertThat(((Chart.Grid) chart).rows())
                        .extracting(List::getFirst)
                        .containsExactly("total", "category", "state", "series"));
        assertThat(run.score(model, table).result().rowCount()).isEqualTo(12L * HORIZON);
    }

    private static String region(String shop) {
        return shop.equals("S0") ? "north" : "south";
    }

    /** Four items in three shops of two regions; noise of single series is large, their sums are steady. */
    private static MemoryTable sales() {
        StringBuilder file = new StringBuilder("region,shop,item,date,sales\n");
        SplittableRandom random = new SplittableRandom(9);
        for (int day = 0; day < 150; day++) {
            for (int shop = 0; shop < 3; shop++) {
                for (int item = 0; item < 4; item++) {
                    double mean = (20 + 10 * item) * (1 + 0.5 * Math.sin(2 * Math.PI * day / 7));
                    file.append("%s,S%d,I%d,%s,%d%n"
                            .formatted(
                                    region("S" + shop),
                                    shop,
                                    item,
                                    LocalDate.of(2024, 1, 1).plusDays(day),
                                    Math.round(mean * Math.exp(0.5 * (random.nextDouble() - 0.5)))));
                }
            }
        }
        return CsvFiles.parse(file.toString());
    }
}
