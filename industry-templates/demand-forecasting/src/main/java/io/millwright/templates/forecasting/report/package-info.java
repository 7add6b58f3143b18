/** What a person reads about a training. */
@NullMarked
package io.millwright.templates.forecasting.report;

import org.jspecify.annotations.NullMarked;
