/** The steps ahead of every series, with intervals and reasons. */
@NullMarked
package io.millwright.templates.forecasting.scoring;

import org.jspecify.annotations.NullMarked;
