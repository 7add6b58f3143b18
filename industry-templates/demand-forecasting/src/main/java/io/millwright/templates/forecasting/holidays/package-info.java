/** Public holidays of a country beside the values of a panel. */
@NullMarked
package io.millwright.templates.forecasting.holidays;

import org.jspecify.annotations.NullMarked;
