/** Errors of forecasts, and what is chosen by them: always at moments inside the data that a forecast did not know. */
@NullMarked
package io.millwright.templates.forecasting.evaluation;

import org.jspecify.annotations.NullMarked;
