package io.millwright.portal.ui.world;

import io.millwright.plugins.api.Chart;
import io.millwright.plugins.api.Chart.Axis;
import io.millwright.plugins.api.Chart.Bar;
import io.millwright.plugins.api.Chart.Lines.Kind;
import io.millwright.plugins.api.Chart.Series;
import io.millwright.plugins.api.Metric;
import io.millwright.plugins.api.Metric.Better;
import io.millwright.plugins.api.Report.Note;
import io.millwright.portal.ui.kit.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reports as the templates for machines, demand and images write them, with every sort of chart. */
final class ReportsStory {

    private ReportsStory() {}

    static String maintenance() {
        var chance = new Random(3);
        return json(
                "Says how long engines will last, 9.5 cycles off on average",
                List.of(new Note(Note.Level.INFO, "Learnt from 100 engines, judged on engines it has never seen.")),
                List.of(
                        metric("rmse", "root mean squared error", 9.5, "cycles", Better.LOWER),
                        metric("coverage", "inside the 90 % interval", .88, "%", Better.NEITHER)),
                List.of(
                        chart(new Chart.Fans(
                                "engines",
                                "How long engines lasted, and what was said",
                                new Axis("cycle", ""),
                                new Axis("remaining life", "cycles"),
                                IntStream.rangeClosed(1, 40)
                                        .mapToObj(engine -> FanStory.engine(engine, chance))
                                        .toList())),
                        chart(new Chart.Bars(
                                "importance",
                                "What tells that an engine wears out",
                                "%",
                                List.of(
                                        new Bar("health index, since the start", .41),
                                        new Bar("sensor 11, slope", .2)))),
                        chart(new Chart.Grid(
                                "segments",
                                "By remaining life",
                                List.of("remaining life", "engines", "error"),
                                List.of(List.of("0 to 30", "25", "4.1"), List.of("30 to 80", "38", "9.8")))),
                        trials(chance)));
    }

    static String demand() {
        var chance = new Random(5);
        return json(
                "Forecasts 48 hours of 60 series 28 % closer than last week would",
                List.of(new Note(
                        Note.Level.WARNING, "3 series begin later than the others and have less than two weeks.")),
                List.of(
                        metric("owa", "overall weighted average", .39, "", Better.LOWER),
                        metric("wape", "absolute error, of demand", .124, "%", Better.LOWER)),
                List.of(
                        chart(new Chart.Fans(
                                "forecasts",
                                "Forecasts and what came",
                                new Axis("time", "time"),
                                new Axis("sold", "units"),
                                IntStream.rangeClosed(1, 60)
                                        .mapToObj(store -> FanStory.store(store, chance))
                                        .toList())),
                        chart(new Chart.Lines(
                                "coverage",
                                "Does the interval hold what it says?",
                                Kind.CALIBRATION,
                                new Axis("it said", "%"),
                                new Axis("it was", "%"),
                                List.of(new Series(
                                        "all series", List.of(.5, .8, .9, .95), List.of(.49, .81, .9, .954)))))));
    }

    static String imaging() {
        var chance = new Random(7);
        return json(
                "Finds 97 % of pneumonia, and says when an image is none of its kind",
                List.of(new Note(Note.Level.INFO, "4,708 images to learn from, 524 to choose by, 624 to judge.")),
                List.of(
                        metric("auc", "ROC AUC", .973, "", Better.HIGHER),
                        metric("accuracy", "said rightly", .918, "%", Better.HIGHER)),
                List.of(
                        chart(new Chart.Confusion(
                                "confusion",
                                "What was taken for what",
                                List.of("normal", "pneumonia"),
                                List.of(List.of(195L, 39L), List.of(12L, 378L)))),
                        chart(new Chart.Gallery("pictures", "Looked at one by one", PictureStory.pictures(chance))),
                        trials(chance)));
    }

    private static Metric metric(String name, String title, double value, String unit, Better better) {
        return new Metric(name, title, value, unit, better, "One sentence about " + title + ".");
    }

    private static JsonNode chart(Chart chart) {
        var node = (ObjectNode) Json.of(chart);
        return node.put("type", chart.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    }

    private static JsonNode trials(Random chance) {
        var results = new ArrayList<Map<String, Object>>();
        var best = 0;
        var least = Double.MAX_VALUE;
        for (var number = 1; number <= 30; number++) {
            var rate = Math.pow(10, -3 * chance.nextDouble());
            var depth = 3 + chance.nextInt(6);
            var objective = .25
                    + .02 * Math.abs(Math.log10(rate) + 1.2)
                    + .004 * Math.abs(depth - 6)
                    + chance.nextDouble() * .01;
            var lost = number == 7;
            if (!lost && objective < least) {
                least = objective;
                best = number;
            }
            var result = new LinkedHashMap<String, Object>();
            result.put("number", number);
            result.put("parameters", Map.of("learningRate", "" + rate, "depth", "" + depth));
            result.put("budget", 1);
            result.put("status", lost ? "LOST" : "DONE");
            result.put("objective", lost ? Double.NaN : objective);
            result.put("figures", Map.of());
            result.put("seconds", 10 + chance.nextDouble() * 80);
            result.put("reason", lost ? "The node went away." : "");
            results.add(result);
        }
        var chart = new LinkedHashMap<String, Object>();
        chart.put("type", "trials");
        chart.put("name", "trials");
        chart.put("title", "What was tried");
        chart.put("objective", Map.of("title", "validation loss", "unit", ""));
        chart.put("results", results);
        chart.put("chosen", best);
        return Json.of(chart);
    }

    private static String json(String headline, List<Note> notes, List<Metric> metrics, List<JsonNode> charts) {
        return Json.of(Map.of("headline", headline, "notes", notes, "metrics", metrics, "charts", charts))
                .toString()
                .replace("\"NaN\"", "null");
    }
}
