/** Which column is the item, the time and the value, and whether steps are rows or columns. */
@NullMarked
package io.millwright.templates.forecasting.columns;

import org.jspecify.annotations.NullMarked;
