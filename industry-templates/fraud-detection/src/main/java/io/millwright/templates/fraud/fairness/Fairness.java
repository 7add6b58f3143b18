package io.millwright.templates.fraud.fairness;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.Metric;
import io.millwright.plugins.api.Metric.Better;
import io.millwright.templates.fraud.evaluation.Judged;
import io.millwright.templates.fraud.fairness.GroupFigures.Share;
import io.millwright.templates.fraud.features.Words;
import io.millwright.templates.fraud.ledger.Transactions;
import io.millwright.templates.learning.report.Notes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Compares what alerts mean for the groups of a protected column, on the judged rows. */
public final class Fairness {

    /** The four-fifths rule of the Uniform Guidelines on Employee Selection Procedures (29 CFR 1607.4 D, 1978). */
    private static final double FOUR_FIFTHS = 0.8;

    private final Groups groups;
    private final List<GroupFigures> figures = new ArrayList<>();

    public Fairness(Groups groups, Judged test, Transactions all, double threshold) {
        this.groups = groups;
        int count = groups.names().size();
        int[][] counts = new int[count][4];
        for (int at = 0; at < test.rows().length; at++) {
            int[] group = counts[groups.ofRow()[all.fileRow[test.rows()[at]]]];
            int alert = test.probabilities()[at] >= threshold ? 1 : 0;
            group[0]++;
            group[1] += test.labels()[at];
            group[2] += alert;
            group[3] += alert * test.labels()[at];
        }
        for (int group = 0; group < count; group++) {
            int[] of = counts[group];
            if (of[0] > 0) {
                figures.add(new GroupFigures(groups.names().get(group), of[0], of[1], of[2], of[3]));
            }
        }
    }

    public Chart.Grid chart() {
        List<List<String>> rows = figures.stream()
                .map(group -> List.of(
                        group.name(),
                        Words.figure(group.rows()),
                        Words.figure(group.cases()),
                        percent(group.alertRate()),
                        percent(group.recall()),
                        percent(group.falseAlarmRate()),
                        percent(group.precision())))
                .toList();
        return new Chart.Grid(
                "fairness",
                "What alerts mean for groups of \"" + groups.column() + "\"",
                List.of("Group", "Rows", "Cases", "Alert rate", "Cases found", "False alarm rate", "Alerts right"),
                rows);
    }

    /** The largest differences between groups that are large enough to compare; empty where there are not two. */
    public List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>();
        spared().ifPresent(range -> metrics.add(new Metric(
                "fourFifths",
                "Least share left alone",
                range.low().value() / range.high().value(),
                "%",
                Better.HIGHER,
                "Share of rows without an alert in the group that gets most alerts, against the group that gets fewest; "
                        + "the four-fifths rule asks for at least 80 %.")));
        range(GroupFigures::alertRate)
                .filter(range -> range.low().part() > 0)
                .ifPresent(
                        range -> metrics.add(
                                new Metric(
                                        "alertRateRatio",
                                        "Largest ratio of alert rates",
                                        range.high().value() / range.low().value(),
                                        "",
                                        Better.LOWER,
                                        "How many times as often the group with most alerts gets one as the group with fewest; 1 is even.")));
        range(GroupFigures::recall)
                .ifPresent(range -> metrics.add(gap(
                        "recallGap", "Largest gap in cases found", range, "Cases found in one group beyond another.")));
        range(GroupFigures::falseAlarmRate)
                .ifPresent(range -> metrics.add(gap(
                        "falseAlarmGap",
                        "Largest gap in false alarms",
                        range,
                        "Genuine rows that raise an alert, in one group beyond another.")));
        return metrics;
    }

    /** In plain words, with a warning where a difference is large and more than chance. */
    public void tell(Notes notes) {
        notes.info(
                "\"%s\" is protected: it was not learnt from, and groups are compared. Other columns may still tell it.",
                groups.column());
        if (spared().isEmpty()) {
            notes.warn("Too few rows in groups of \"%s\" to compare them.", groups.column());
            return;
        }
        Range spared = spared().get();
        double fifths = spared.low().value() / spared.high().value();
        if (fifths < FOUR_FIFTHS) {
            notes.warn(
                    "The four-fifths rule is broken: \"%s\" is left alone in %s of rows, \"%s\" in %s.",
                    spared.lowest(),
                    Words.percent(spared.low().value()),
                    spared.highest(),
                    Words.percent(spared.high().value()));
        } else {
            notes.info(
                    "The four-fifths rule is kept: the group with most alerts is left alone %s as often as the one with fewest.",
                    Words.percent(fifths));
        }
        tell("gets alerts in", GroupFigures::alertRate, notes);
        tell("gets false alarms in", GroupFigures::falseAlarmRate, notes);
        tell("has its cases found in", GroupFigures::recall, notes);
    }

    private void tell(String what, Function<GroupFigures, Share> figure, Notes notes) {
        range(figure).filter(range -> range.low().differs(range.high())).ifPresent(range -> {
            String text = "\"%s\" %s %s, \"%s\" in %s: more than chance.";
            Object[] facts = {
                range.highest(),
                what,
                Words.percent(range.high().value()),
                range.lowest(),
                Words.percent(range.low().value())
            };
            if (range.low().value() < FOUR_FIFTHS * range.high().value()) {
                notes.warn(text, facts);
            } else {
                notes.info(text, facts);
            }
        });
    }

    private static Metric gap(String name, String title, Range range, String explanation) {
        double gap = range.high().value() - range.low().value();
        return new Metric(name, title, gap, "%", Better.LOWER, explanation + " 0 is even.");
    }

    private Optional<Range> spared() {
        return range(group -> new Share(group.rows() - group.alerts(), group.rows()))
                .filter(range -> range.high().part() > 0);
    }

    private Optional<Range> range(Function<GroupFigures, Share> figure) {
        List<GroupFigures> sorted = figures.stream()
                .filter(group -> figure.apply(group).enough())
                .sorted(Comparator.comparingDouble(group -> figure.apply(group).value()))
                .toList();
        if (sorted.size() < 2) {
            return Optional.empty();
        }
        GroupFigures low = sorted.getFirst();
        GroupFigures high = sorted.getLast();
        return Optional.of(new Range(low.name(), figure.apply(low), high.name(), figure.apply(high)));
    }

    private static String percent(Share share) {
        return share.whole() == 0 ? "-" : Words.percent(share.value());
    }

    private record Range(String lowest, Share low, String highest, Share high) {}
}
