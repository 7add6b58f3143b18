/** Forecasts many series of demand at once, with intervals. */
@NullMarked
package io.millwright.templates.forecasting;

import org.jspecify.annotations.NullMarked;
