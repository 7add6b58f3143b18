/** Totals of series that belong together, and forecasts that add up to them. */
@NullMarked
package io.millwright.templates.forecasting.hierarchy;

import org.jspecify.annotations.NullMarked;
