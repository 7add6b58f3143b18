package io.millwright.portal.ui.jobs;

import static io.millwright.portal.ui.kit.Texts.tr;

import io.millwright.broker.JobEvent.MetricPoint;
import io.millwright.portal.ui.kit.ChartView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The points that a job reports, as lines. Lines of one measure share a chart: "training loss" and "validation loss" belong
 * together, "loss" and "accuracy" do not, since their scales differ. A new attempt begins its lines anew.
 */
final class Curves {

    private static final List<String> PARTS = List.of("training", "train", "validation", "valid", "test", "eval");

    private final Map<String, List<double[]>> lines = new LinkedHashMap<>();
    private int attempt;

    void add(MetricPoint point) {
        if (point.attempt() > attempt) {
            attempt = point.attempt();
            lines.clear();
        }
        lines.computeIfAbsent(words(point.name()), none -> new ArrayList<>())
                .add(new double[] {point.step(), point.value()});
    }

    /** Lines by what they measure. */
    Map<String, Map<String, List<double[]>>> families() {
        var families = new LinkedHashMap<String, Map<String, List<double[]>>>();
        lines.forEach((name, points) -> families.computeIfAbsent(family(name), none -> new LinkedHashMap<>())
                .put(name, points));
        return families;
    }

    /** Templates name curves as programs do, people read words: {@code validationLoss} is "validation loss". */
    private static String words(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static String family(String name) {
        for (var part : PARTS) {
            for (var separator : List.of(" ", "-", "_", ".", "/")) {
                if (name.startsWith(part + separator)) {
                    return name.substring(part.length() + separator.length());
                }
            }
        }
        return name;
    }

    /** The part of a name that its chart's title does not say already. */
    private static String member(String name, String family) {
        return name.equals(family) ? name : name.substring(0, name.length() - family.length() - 1);
    }

    JsonNode chart(String family, Map<String, List<double[]>> members) {
        var named = new LinkedHashMap<String, List<double[]>>();
        members.forEach((name, points) -> named.put(member(name, family), points));
        return ChartView.learning(family, tr("job.step"), "", named);
    }
}
