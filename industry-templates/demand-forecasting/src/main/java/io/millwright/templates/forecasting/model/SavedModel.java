package io.millwright.templates.forecasting.model;

import io.millwright.templates.forecasting.panel.Series;
import java.util.List;

/** A model as it was saved: how to forecast, and what was known. */
public record SavedModel(Recipe recipe, List<Series> series) {

    public SavedModel {
        series = List.copyOf(series);
    }
}
