package io.millwright.templates.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.Understanding;
import io.millwright.plugins.testkit.CsvFiles;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.TemplateRun;
import io.millwright.plugins.testkit.TrainedModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Public holidays of a country, of which the file says nothing. */
class HolidaysTest {

    private static final LocalDate FIRST = LocalDate.of(2022, 4, 1);
    /** A day before Good Friday of 2025, with which the steps ahead begin. */
    private static final LocalDate END = LocalDate.of(2025, 4, 17);

    private static final int AHEAD = 15;
    /** German holidays, some of which move, written down by hand. */
    private static final List<String> CLOSED = List.of(
            "2022-04-15",
            "2022-04-18",
            "2022-05-01",
            "2022-05-26",
            "2022-06-06",
            "2022-10-03",
            "2022-12-25",
            "2022-12-26",
            "2023-01-01",
            "2023-04-07",
            "2023-04-10",
            "2023-05-01",
            "2023-05-18",
            "2023-05-29",
            "2023-10-03",
            "2023-12-25",
            "2023-12-26",
            "2024-01-01",
            "2024-03-29",
            "2024-04-01",
            "2024-05-01",
            "2024-05-09",
            "2024-05-20",
            "2024-10-03",
            "2024-12-25",
            "2024-12-26",
            "2025-01-01",
            "2025-04-18",
            "2025-04-21",
            "2025-05-01");

    private static final Map<String, String> GERMANY = Map.of("country", "Germany (DE)");

    @TempDir
    Path folder;

    @Test
    void holidaysOfTheCountryAreForecastBetter() throws Exception {
        MemoryTable past = sales(END);
        double without = holidayError(
                run(Map.of()).score(run(Map.of()).train(past), past).result());
        TemplateRun run = run(GERMANY);
        TrainedModel model = run.train(past);
        MemoryTable result = run.score(model, past).result();
        assertThat(holidayError(result)).isLessThan(0.2 * without);
        assertThat(result.texts("reason").get(1)).endsWith("; Good Friday, of the public holidays of Germany");
        assertThat(result.texts("reason").get(2)).doesNotContain("holiday");
        assertThat(Files.readString(model.file("recipe.json"))).contains("christian.EASTER_MONDAY");
        assertThat(run.train(past).digests()).isEqualTo(model.digests());
    }

    @Test
    void holidaysOfWeeksAreCounted() throws Exception {
        StringBuilder file = new StringBuilder("week,sold\n");
        SplittableRandom random = new SplittableRandom(1);
        for (LocalDate week = LocalDate.of(2012, 1, 2); week.isBefore(END); week = week.plusWeeks(1)) {
            LocalDate monday = week;
            long closed = IntStream.range(0, 7)
                    .filter(day -> CLOSED.contains(monday.plusDays(day).toString()))
                    .count();
            file.append("%s,%d%n".formatted(week, 1000 - 100 * closed + random.nextInt(20)));
        }
        Understanding understood = run(GERMANY).inspect(CsvFiles.parse(file.toString()));
        assertThat(understood.facts()).containsEntry("Holidays", "the public holidays of Germany");
        assertThat(understood.options()).containsEntry("country", "Germany (DE)");
        TrainedModel model = run(GERMANY).train(CsvFiles.parse(file.toString()));
        assertThat(model.files()).isNotEmpty();
    }

    @Test
    void aCountryIsHintedAtWhereDaysAreLongEnoughKnown() throws Exception {
        String hint = "Public holidays are not known.";
        assertThat(run(Map.of()).inspect(sales(END)).notes())
                .anySatisfy(note -> assertThat(note.text()).startsWith(hint));
        assertThat(run(GERMANY).inspect(sales(END)).notes())
                .noneSatisfy(note -> assertThat(note.text()).startsWith(hint))
                .anySatisfy(note -> assertThat(note.text()).startsWith("The public holidays of Germany are known"));
        assertThat(run(Map.of()).inspect(sales(FIRST.plusDays(100))).notes())
                .noneSatisfy(note -> assertThat(note.text()).startsWith(hint));
    }

    @Test
    void aCountryThatIsNotKnownIsRefused() {
        assertThatThrownBy(() -> run(Map.of("country", "Atlantis")).train(sales(END)))
                .isInstanceOfSatisfying(TemplateException.class, refusal -> {
                    assertThat(refusal.getMessage()).isEqualTo("The holidays of \"Atlantis\" are not known.");
                    assertThat(refusal.remedy()).contains("Germany (DE)");
                });
    }

    @Test
    void aRegionHasHolidaysOfItsOwn() throws Exception {
        for (String region : List.of("BY", "de-by", "Bavaria")) {
            Understanding understood =
                    run(Map.of("country", "Germany (DE)", "region", region)).inspect(sales(FIRST.plusDays(100)));
            assertThat(understood.facts()).containsEntry("Holidays", "the public holidays of Bavaria (Germany)");
            assertThat(understood.options()).containsEntry("region", "BY").containsEntry("country", "Germany (DE)");
        }
        assertThatThrownBy(() -> run(Map.of("country", "Germany (DE)", "region", "Texas"))
                        .inspect(sales(FIRST.plusDays(100))))
                .hasMessage("Germany has no region \"Texas\" with holidays of its own.")
                .isInstanceOfSatisfying(TemplateException.class, refusal -> assertThat(refusal.remedy())
                        .contains("\"Bavaria\""));
    }

    @Test
    void stepsWithoutDatesHaveNoHolidays() throws Exception {
        StringBuilder file = new StringBuilder("step,sold\n");
        IntStream.range(1, 100).forEach(step -> file.append("%d,%d%n".formatted(step, 100 + step % 7)));
        assertThat(run(GERMANY).inspect(CsvFiles.parse(file.toString())).notes())
                .anySatisfy(note -> assertThat(note.text()).startsWith("The steps are no dates"));
    }

    private TemplateRun run(Map<String, String> more) {
        Map<String, String> options = new HashMap<>(more);
        options.put("preset", "quick");
        options.put("horizon", Integer.toString(AHEAD));
        return TemplateRun.of(DemandForecasting::new, folder).withOptions(options);
    }

    private static double holidayError(MemoryTable result) {
        double[] forecast = result.numbers("forecast");
        double error = 0;
        double usual = 0;
        for (int row = 0; row < forecast.length; row++) {
            LocalDate day = END.plusDays(row % AHEAD);
            if (CLOSED.contains(day.toString())
                    || CLOSED.contains(day.plusDays(1).toString())) {
                double value = sold(row / AHEAD, day, 0);
                error += Math.abs(value - forecast[row]);
                usual += value;
            }
        }
        return error / usual;
    }

    /** Stores that close on holidays, and kiosks that sell half as much again; all sell more on the day before. */
    private static double sold(int store, LocalDate day, double noise) {
        double weekday = day.getDayOfWeek().getValue() >= 6 ? 1.4 : 1;
        double holiday = !CLOSED.contains(day.toString()) ? 1 : store % 2 == 0 ? 0.02 : 1.5;
        double before = CLOSED.contains(day.plusDays(1).toString()) ? 1.3 : 1;
        return (100 + 40 * store) * weekday * holiday * before * Math.exp(noise);
    }

    private static MemoryTable sales(LocalDate end) {
        StringBuilder file = new StringBuilder("store,date,sold\n");
        for (int store = 0; store < 4; store++) {
            SplittableRandom random = new SplittableRandom(store);
            for (LocalDate day = FIRST; day.isBefore(end); day = day.plusDays(1)) {
                file.append("S%d,%s,%d%n"
                        .formatted(store, day, Math.round(sold(store, day, 0.1 * (random.nextDouble() - 0.5)))));
            }
        }
        return CsvFiles.parse(file.toString());
    }
}
