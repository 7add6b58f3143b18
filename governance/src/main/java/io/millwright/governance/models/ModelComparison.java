package io.millwright.governance.models;

import java.util.List;
import java.util.Map;

/**
 * Versions side by side.
 *
 * @param versions as asked for
 * @param metrics by name, one value per version, NaN where it has none
 * @param differing names of options, seed, dataset, template or environment facts that are not the same in all of them, with
 *     one value per version, empty where it has none
 */
public record ModelComparison(
        List<ModelVersion> versions, Map<String, List<Double>> metrics, Map<String, List<String>> differing) {}
