package io.millwright.templates.forecasting.hierarchy;

/** How forecasts of series and of their totals are made to agree. */
public enum Method {
    /** Totals are sums of the forecasts of the series. */
    BOTTOM_UP("sums of the series"),
    /** Each gives way by the number of series in it. */
    STRUCTURAL("minimum trace, scaled by the number of series"),
    /** Each gives way by how wrong it usually is. */
    VARIANCE("minimum trace, scaled by the errors");

    private final String words;

    Method(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
