/** Many series on one grid of steps, whatever layout they came in. */
@NullMarked
package io.millwright.templates.forecasting.panel;

import org.jspecify.annotations.NullMarked;
