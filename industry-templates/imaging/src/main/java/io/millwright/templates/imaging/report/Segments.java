package io.millwright.templates.imaging.report;

import io.millwright.plugins.api.Chart;
import io.millwright.templates.imaging.dataset.Listing;
import io.millwright.templates.learning.report.Notes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How good the model is for parts of the judged images: by class, size, and the columns of a label file. */
final class Segments {

    private static final int MOST = 12;
    private static final int FEWEST = 5;

    private Segments() {}

    static Chart of(Judged judged, Listing listing) {
        List<List<String>> rows = new ArrayList<>();
        for (int output = 0; output < judged.classes().names().size(); output++) {
            int place = output;
            row(
                    rows,
                    "class",
                    judged.classes().names().get(output),
                    judged,
                    which(judged, at -> judged.truth(at, place) == 1));
        }
        Map<String, List<Integer>> sizes = new TreeMap<>();
        for (int at = 0; at < judged.size(); at++) {
            int image = judged.said().rows()[at];
            double side = Math.min(listing.number("width", image, 0), listing.number("height", image, 0));
            sizes.computeIfAbsent(
                            side < 64 ? "side below 64" : side < 256 ? "side 64 to 255" : "side 256 or more",
                            none -> new ArrayList<>())
                    .add(at);
        }
        if (sizes.size() > 1) {
            sizes.forEach((size, some) -> row(rows, "size", size, judged, some));
        }
        for (String column : listing.extras()) {
            Map<String, List<Integer>> values = new TreeMap<>();
            for (int at = 0; at < judged.size(); at++) {
                String value = listing.text(column, judged.said().rows()[at]);
                values.computeIfAbsent(value == null ? "missing" : value, none -> new ArrayList<>())
                        .add(at);
            }
            if (values.size() > 1 && values.size() <= MOST) {
                values.forEach((value, some) -> row(rows, column, value, judged, some));
            }
        }
        return new Chart.Grid(
                "segments", "How good it is for whom", List.of("By", "Value", "Images", "All right"), rows);
    }

    private static List<Integer> which(Judged judged, java.util.function.IntPredicate rule) {
        return java.util.stream.IntStream.range(0, judged.size())
                .filter(rule)
                .boxed()
                .toList();
    }

    private static void row(List<List<String>> rows, String by, String value, Judged judged, List<Integer> some) {
        if (some.isEmpty()) {
            return;
        }
        long right = some.stream().filter(judged::right).count();
        String share = Notes.percent((double) right / some.size()) + (some.size() < FEWEST ? " (few)" : "");
        rows.add(List.of(by, value, Integer.toString(some.size()), share));
    }
}
