/** Trees that learn from all series at once, with what is known of the steps ahead. */
@NullMarked
package io.millwright.templates.forecasting.learned;

import org.jspecify.annotations.NullMarked;
