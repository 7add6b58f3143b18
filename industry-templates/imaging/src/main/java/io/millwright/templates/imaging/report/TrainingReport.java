package io.millwright.templates.imaging.report;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.Report;
import io.millwright.templates.imaging.dataset.Listing;
import io.millwright.templates.learning.metrics.Ranking;
import io.millwright.templates.learning.report.Notes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The findings about a model. */
public record TrainingReport(Judged judged, Listing listing, List<Double> losses, Optional<Chart> trials) {

    private static final int EACH = 12;

    public Report of(PictureBook book, Notes notes) {
        Figures figures = new Figures(judged);
        List<Chart> charts = new ArrayList<>();
        boolean exclusive = judged.classes().exclusive();
        if (exclusive) {
            charts.add(confusion());
        }
        boolean two = judged.two();
        Ranking ranking = judged.ranking(judged.sought());
        if (two && ranking.positives() > 0 && ranking.negatives() > 0) {
            charts.add(Curves.threshold(judged));
        }
        book.add(
                        "Sure and wrong",
                        EACH,
                        at -> !judged.right(at),
                        at -> judged.said().margin(at, exclusive),
                        "it is something else")
                .add(
                        "Uncertain",
                        EACH,
                        at -> judged.said().uncertain(at, exclusive),
                        at -> -judged.said().margin(at, exclusive),
                        "hardly decided")
                .add(
                        "Strange",
                        EACH,
                        judged.said()::strange,
                        at -> judged.said().strangeness()[at],
                        "unlike the images learnt from")
                .add(
                        "Sure and right",
                        EACH,
                        judged::right,
                        at -> judged.said().margin(at, exclusive),
                        "as it should be");
        charts.add(book.gallery("Where it looked"));
        charts.add(Curves.roc(judged));
        charts.add(Curves.precisionRecall(judged));
        charts.add(Curves.calibration(judged));
        charts.add(Curves.learning(losses));
        charts.add(Segments.of(judged, listing));
        trials.ifPresent(charts::add);
        return new Report(headline(figures), notes.all(), figures.metrics(), charts);
    }

    String headline(Figures figures) {
        if (judged.two()) {
            int hits = 0;
            int said = 0;
            for (int at = 0; at < judged.size(); at++) {
                boolean says = judged.says(at, judged.sought());
                said += says ? 1 : 0;
                hits += says && judged.truth(at, judged.sought()) == 1 ? 1 : 0;
            }
            int all = judged.ranking(judged.sought()).positives();
            if (all == 0) {
                return String.format(
                        Locale.ROOT,
                        "No judged image is \"%s\", so nothing tells how well it is found; %s of the others are told right.",
                        judged.classes().names().get(judged.sought()),
                        Notes.percent(figures.accuracy()));
            }
            return String.format(
                    Locale.ROOT,
                    "Finds %s of \"%s\"; %s of what it says is right, and %s of all images.",
                    Notes.percent((double) hits / all),
                    judged.classes().names().get(judged.sought()),
                    Notes.percent((double) hits / Math.max(1, said)),
                    Notes.percent(figures.accuracy()));
        }
        return String.format(
                Locale.ROOT,
                "Is right about %s of images, %d classes.",
                Notes.percent(figures.accuracy()),
                judged.classes().names().size());
    }

    private Chart confusion() {
        int size = judged.classes().names().size();
        long[][] counts = new long[size][size];
        for (int at = 0; at < judged.size(); at++) {
            counts[judged.classOf(at)][judged.said().best(at)]++;
        }
        List<List<Long>> rows = new ArrayList<>();
        for (long[] row : counts) {
            rows.add(java.util.Arrays.stream(row).boxed().toList());
        }
        return new Chart.Confusion(
                "confusion", "What was taken for what", judged.classes().names(), rows);
    }
}
