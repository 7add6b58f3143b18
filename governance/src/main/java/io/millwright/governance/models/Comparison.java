package io.millwright.governance.models;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** Puts versions side by side. */
final class Comparison {

    private Comparison() {}

    static ModelComparison of(List<ModelVersion> versions) {
        var metrics = new LinkedHashMap<String, List<Double>>();
        for (var name : names(versions, ModelVersion::metrics)) {
            metrics.put(
                    name,
                    versions.stream()
                            .map(version -> version.metrics().getOrDefault(name, Double.NaN))
                            .toList());
        }
        var differing = new LinkedHashMap<String, List<String>>();
        keepDiffering(differing, "dataset version", versions, version -> version.datasetVersion()
                .toString());
        keepDiffering(
                differing,
                "template",
                versions,
                version -> version.template().id() + " " + version.template().version());
        keepDiffering(differing, "seed", versions, version -> Long.toString(version.seed()));
        for (var name : names(versions, ModelVersion::options)) {
            keepDiffering(
                    differing, name, versions, version -> version.options().getOrDefault(name, ""));
        }
        for (var name : names(versions, ModelVersion::environment)) {
            keepDiffering(
                    differing, name, versions, version -> version.environment().getOrDefault(name, ""));
        }
        return new ModelComparison(versions, metrics, differing);
    }

    private static TreeSet<String> names(List<ModelVersion> versions, Function<ModelVersion, Map<String, ?>> values) {
        var names = new TreeSet<String>();
        versions.forEach(version -> names.addAll(values.apply(version).keySet()));
        return names;
    }

    private static void keepDiffering(
            Map<String, List<String>> differing,
            String name,
            List<ModelVersion> versions,
            Function<ModelVersion, String> value) {
        var values = versions.stream().map(value).toList();
        if (values.stream().distinct().count() > 1) {
            differing.put(name, values);
        }
    }
}
