package io.millwright.templates.forecasting;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.TableBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Weekly sales of orange juice with prices and promotions: one row for each store, brand and week. */
record OrangeJuice(MemoryTable rows, double[] weeks, double[] units) {

    static final int FIRST_JUDGED = 137;
    static final int LAST_JUDGED = 160;

    private static final List<String> BESIDE = java.util.stream.Stream.concat(
                    java.util.stream.IntStream.rangeClosed(1, 11).mapToObj(brand -> "price" + brand),
                    java.util.stream.Stream.of("deal", "feat"))
            .toList();

    static OrangeJuice read() {
        MemoryTable rows = EvaluationData.read("orange-juice/orange-juice.csv.gz");
        double[] units =
                java.util.Arrays.stream(rows.numbers("logmove")).map(Math::exp).toArray();
        return new OrangeJuice(rows, rows.numbers("week"), units);
    }

    /** Weeks from one to another, both included, with what was sold before a week. */
    MemoryTable weeks(int from, int to, int soldBefore) {
        List<Column> columns = new ArrayList<>();
        for (String name : List.of("store", "brand", "week")) {
            columns.add(new Column(name, ColumnType.INTEGER));
        }
        columns.add(new Column("units", ColumnType.DECIMAL));
        BESIDE.forEach(name -> columns.add(new Column(name, ColumnType.DECIMAL)));
        double[] stores = rows.numbers("store");
        double[] brands = rows.numbers("brand");
        List<double[]> beside = BESIDE.stream().map(rows::numbers).toList();
        TableBuilder table = new TableBuilder(columns);
        for (int row = 0; row < weeks.length; row++) {
            if (weeks[row] < from || weeks[row] > to) {
                continue;
            }
            table.integer((long) stores[row]).integer((long) brands[row]).integer((long) weeks[row]);
            table.number(weeks[row] < soldBefore ? units[row] : Double.NaN);
            for (double[] column : beside) {
                table.number(column[row]);
            }
            table.endRow();
        }
        return table.build();
    }

    Judge judge() {
        Map<List<Long>, Double> truth = new HashMap<>();
        double[] stores = rows.numbers("store");
        double[] brands = rows.numbers("brand");
        for (int row = 0; row < weeks.length; row++) {
            truth.put(List.of((long) stores[row], (long) brands[row], (long) weeks[row]), units[row]);
        }
        return new Judge(truth);
    }

    /** Compares forecasts with what was sold; a row that got no forecast counts as forecast by nothing. */
    static final class Judge {
        private final Map<List<Long>, Double> truth;
        private double error;
        private double sold;
        private long narrow;
        private long wide;
        private long rows;

        Judge(Map<List<Long>, Double> truth) {
            this.truth = truth;
        }

        void hear(MemoryTable result, int week) {
            List<@Nullable String> stores = result.texts("store");
            List<@Nullable String> brands = result.texts("brand");
            double[] when = result.numbers("week");
            double[] forecast = result.numbers("forecast");
            double[][] limits = {
                result.numbers("lower80"),
                result.numbers("upper80"),
                result.numbers("lower95"),
                result.numbers("upper95")
            };
            Map<List<Long>, Integer> said = new HashMap<>();
            for (int row = 0; row < when.length; row++) {
                said.put(List.of(number(stores.get(row)), number(brands.get(row)), (long) when[row]), row);
            }
            truth.forEach((key, units) -> {
                if (key.getLast() == week) {
                    Integer row = said.get(key);
                    error += Math.abs(units - (row == null ? 0 : forecast[row]));
                    sold += units;
                    rows++;
                    narrow += row != null && units >= limits[0][row] && units <= limits[1][row] ? 1 : 0;
                    wide += row != null && units >= limits[2][row] && units <= limits[3][row] ? 1 : 0;
                }
            });
        }

        private static long number(@Nullable String text) {
            return Long.parseLong(String.valueOf(text));
        }

        double wape() {
            return error / sold;
        }

        double narrow() {
            return (double) narrow / rows;
        }

        double wide() {
            return (double) wide / rows;
        }
    }
}
