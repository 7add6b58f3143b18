package io.millwright.templates.imaging.model;

import io.millwright.templates.imaging.judging.Familiarity;
import io.millwright.templates.imaging.network.Tensor;
import java.util.List;
import java.util.Map;

/**
 * A trained model outside the engine.
 *
 * @param weights of each network
 * @param familiarity of each network's features, then of plain appearance
 */
public record ImagingModel(Recipe recipe, List<Map<String, Tensor>> weights, List<Familiarity> familiarity) {}
