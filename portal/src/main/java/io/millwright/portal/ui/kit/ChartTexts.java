package io.millwright.portal.ui.kit;

import static io.millwright.portal.ui.kit.Texts.tr;

import java.util.Map;
import java.util.TreeMap;

/** The words that charts say themselves, by name, as JSON for their web components; {@code {0}} stands for a value. */
final class ChartTexts {

    private static final Object[] VALUES = {"{0}", "{1}", "{2}", "{3}", "{4}"};

    private ChartTexts() {}

    static String of(String type) {
        var texts = new TreeMap<String, String>(
                Map.of("failed", tr("chart.failed"), "again", tr("chart.again"), "values", tr("chart.values")));
        texts.putAll(
                switch (type) {
                    case "fans" -> fans();
                    case "confusion" -> confusion();
                    case "gallery" -> gallery();
                    case "trials" -> trials();
                    default -> Map.of();
                });
        return Json.of(texts).toString();
    }

    private static Map<String, String> fans() {
        return Map.of(
                "search", tr("chart.fans.search", VALUES),
                "items", tr("chart.fans.items"),
                "none", tr("chart.fans.none"),
                "back", tr("chart.back"),
                "on", tr("chart.on"),
                "of", tr("chart.of", VALUES),
                "band", tr("chart.fans.band", VALUES),
                "begins", tr("chart.fans.begins"));
    }

    private static Map<String, String> confusion() {
        return Map.of(
                "said", tr("chart.confusion.said"),
                "truth", tr("chart.confusion.truth"),
                "all", tr("chart.confusion.all"),
                "right", tr("chart.confusion.right"),
                "cell", tr("chart.confusion.cell", VALUES),
                "finding", tr("chart.confusion.finding", VALUES),
                "clean", tr("chart.confusion.clean"));
    }

    private static Map<String, String> gallery() {
        return Map.of(
                "overlay", tr("chart.gallery.overlay"),
                "strength", tr("chart.gallery.strength"),
                "all", tr("chart.gallery.all", VALUES),
                "back", tr("chart.back"),
                "on", tr("chart.on"),
                "of", tr("chart.of", VALUES),
                "close", tr("notice.close"));
    }

    private static Map<String, String> trials() {
        var texts = new TreeMap<String, String>();
        texts.put("finding", tr("chart.trials.finding", VALUES));
        texts.put("none", tr("chart.trials.none", VALUES));
        texts.put("chosen", tr("chart.trials.chosen"));
        texts.put("other", tr("chart.trials.other", VALUES));
        texts.put("defaults", tr("chart.trials.defaults"));
        texts.put("best", tr("chart.trials.best"));
        texts.put("trial", tr("chart.trials.trial"));
        texts.put("number", tr("chart.trials.number"));
        texts.put("taken", tr("chart.trials.taken"));
        texts.put("lost", tr("chart.trials.lost"));
        texts.put("part", tr("chart.trials.part", VALUES));
        texts.put("full", tr("chart.trials.full"));
        texts.put("took", tr("chart.trials.took"));
        texts.put("state", tr("chart.trials.state"));
        texts.put("table", tr("chart.trials.table"));
        return texts;
    }
}
