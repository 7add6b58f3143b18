/** Times that a file tells in several columns, or in the heads of columns beside a year, brought into one column. */
@NullMarked
package io.millwright.templates.forecasting.layout;

import org.jspecify.annotations.NullMarked;
