package io.millwright.templates.forecasting.model;

import io.millwright.templates.forecasting.learned.Trees;
import io.millwright.templates.forecasting.panel.Series;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model as it was saved: how to forecast, and what was known.
 *
 * @param newcomers series of which steps ahead were told, but no value
 */
public record SavedModel(
        Recipe recipe,
        List<Series> series,
        List<Series> newcomers,
        @Nullable Trees trees) {

    public SavedModel {
        series = List.copyOf(series);
        newcomers = List.copyOf(newcomers);
    }
}
