package io.millwright.templates.forecasting.members;

import io.millwright.templates.forecasting.panel.Histories;

/** The last season again: what every other way has to beat. */
final class SeasonalNaive implements Member {

    @Override
    public String name() {
        return "seasonal-naive";
    }

    @Override
    public String title() {
        return "The last season again";
    }

    @Override
    public double[][] forecast(Histories histories, int horizon) throws InterruptedException {
        double[][] forecasts = new double[histories.size()][];
        histories.workers().each(forecasts.length, series -> {
            forecasts[series] = Paths.seasonalNaive(histories.values()[series], histories.season(), horizon);
        });
        return forecasts;
    }
}
