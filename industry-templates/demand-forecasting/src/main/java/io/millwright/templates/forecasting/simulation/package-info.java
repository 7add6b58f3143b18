/** The sample: a chain of bakeries, simulated. */
@NullMarked
package io.millwright.templates.forecasting.simulation;

import org.jspecify.annotations.NullMarked;
