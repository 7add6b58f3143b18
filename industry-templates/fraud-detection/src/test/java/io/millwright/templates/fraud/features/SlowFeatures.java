package io.millwright.templates.fraud.features;

import io.millwright.templates.fraud.ledger.Transactions;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The features said as plainly as possible, each by looking at all rows again. */
final class SlowFeatures {

    private final Transactions all;
    private final FeatureRecipe recipe;
    private final long delay;

    SlowFeatures(Transactions all, FeatureRecipe recipe) {
        this.all = all;
        this.recipe = recipe;
        this.delay = recipe.delayDays() * Transactions.DAY;
    }

    double value(String feature, int row) {
        int days = Integer.parseInt("0" + feature.replaceAll("\\D", ""));
        return switch (feature.replaceAll("\\d", "")) {
            case "amount" -> all.amount[row];
            case "night" -> Math.floorMod(all.time[row], Transactions.DAY) / (Transactions.DAY / 24) <= 6 ? 1 : 0;
            case "weekend" -> {
                var day = LocalDate.ofEpochDay(all.day(row)).getDayOfWeek();
                yield day.getValue() >= 6 ? 1 : 0;
            }
            case "customerCount" -> paid(row, days).count();
            case "customerMean" ->
                paid(row, days)
                        .mapToDouble(one -> all.amount[one])
                        .filter(amount -> !Double.isNaN(amount))
                        .average()
                        .orElse(Double.NaN);
            case "amountRatio" -> ratio(row);
            case "amountDeviation" -> deviation(row);
            case "amountScore" -> deviation(row, earlierAmounts(row));
            case "largestRatio" ->
                sameCustomer(row)
                        .filter(one -> one < row && all.time[one] > all.time[row] - 14 * Transactions.DAY)
                        .mapToDouble(this::ratio)
                        .filter(ratio -> !Double.isNaN(ratio))
                        .max()
                        .orElse(Double.NaN);
            case "terminalCount" -> known(row, days).filter(this::labelled).count();
            case "terminalFraudShare" -> {
                double count = known(row, days).filter(this::labelled).count();
                yield count == 0 ? 0 : known(row, days).filter(this::fraud).count() / count;
            }
            case "unexplainedFrauds" -> known(row, 21).filter(this::unexplained).count();
            case "fraudRunAge" -> since(row, runStart(row));
            case "sinceGenuine" -> runStart(row) < 0 ? Double.NaN : since(row, lastGenuine(row));
            default -> throw new IllegalArgumentException(feature);
        };
    }

    boolean applies(String feature, int row) {
        boolean ofCustomer =
                feature.startsWith("customer") || feature.startsWith("amount") || feature.startsWith("largest");
        return feature.equals("amount")
                || (ofCustomer ? all.customer[row] : feature.matches("night|weekend") ? 0 : all.terminal[row]) >= 0;
    }

    private IntStream sameCustomer(int row) {
        return IntStream.range(0, all.size())
                .filter(one -> all.customer[row] >= 0 && all.customer[one] == all.customer[row]);
    }

    private IntStream paid(int row, int days) {
        return sameCustomer(row).filter(one -> one <= row && all.time[one] > all.time[row] - days * Transactions.DAY);
    }

    private double[] earlierAmounts(int row) {
        int[] earlier = sameCustomer(row)
                .filter(one -> one < row && all.time[one] > all.time[row] - recipe.memoryDays() * Transactions.DAY)
                .toArray();
        return Arrays.stream(earlier)
                .skip(Math.max(0, earlier.length - recipe.memoryRows()))
                .mapToDouble(one -> all.amount[one])
                .filter(amount -> !Double.isNaN(amount))
                .sorted()
                .toArray();
    }

    private double[] usualAmounts(int row) {
        double[] earlier = earlierAmounts(row);
        double median = earlier.length == 0
                ? Double.NaN
                : (earlier[(earlier.length - 1) / 2] + earlier[earlier.length / 2]) / 2;
        return Arrays.stream(earlier).filter(amount -> amount <= 3 * median).toArray();
    }

    private double ratio(int row) {
        double base = usual(usualAmounts(row)) + recipe.unit();
        return base > 0 ? all.amount[row] / base : Double.NaN;
    }

    private double deviation(int row) {
        return deviation(row, usualAmounts(row));
    }

    /** The typical amount counts as two. */
    private double usual(double[] amounts) {
        return (Arrays.stream(amounts).sum() + 2 * recipe.typicalAmount()) / (amounts.length + 2);
    }

    private double deviation(int row, double[] amounts) {
        double usual = usual(amounts);
        double squares =
                Arrays.stream(amounts).map(one -> (one - usual) * (one - usual)).sum();
        double variance = (squares + 2 * (usual / 2) * (usual / 2)) / (amounts.length + 2);
        return (all.amount[row] - usual) / (Math.sqrt(variance) + recipe.unit());
    }

    private IntStream known(int row, int days) {
        return knownEver(row).filter(one -> all.time[one] > all.time[row] - delay - days * Transactions.DAY);
    }

    private IntStream knownEver(int row) {
        return IntStream.range(0, all.size())
                .filter(one -> all.terminal[one] == all.terminal[row] && all.time[one] <= all.time[row] - delay);
    }

    private boolean labelled(int row) {
        return all.label[row] >= 0;
    }

    private boolean fraud(int row) {
        return all.label[row] == 1;
    }

    private boolean unexplained(int row) {
        return fraud(row) && !((float) deviation(row) > 3) && !(all.amount[row] > recipe.unusualAmount());
    }

    private IntPredicate remembered(int row) {
        return one -> all.time[one] > all.time[row] - recipe.memoryDays() * Transactions.DAY;
    }

    private int lastGenuine(int row) {
        return knownEver(row)
                .filter(one -> all.label[one] == 0)
                .filter(remembered(row))
                .max()
                .orElse(-1);
    }

    private int runStart(int row) {
        int ended = knownEver(row).filter(one -> all.label[one] == 0).max().orElse(-1);
        return knownEver(row)
                .filter(one -> one > ended)
                .filter(this::unexplained)
                .filter(remembered(row))
                .min()
                .orElse(-1);
    }

    private double since(int row, int event) {
        return event < 0 ? Double.NaN : (double) (all.time[row] - all.time[event]) / Transactions.DAY;
    }
}
