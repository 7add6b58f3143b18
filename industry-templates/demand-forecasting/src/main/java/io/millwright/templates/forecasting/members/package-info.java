/** Ways to forecast; which of them are used is chosen by validation. */
@NullMarked
package io.millwright.templates.forecasting.members;

import org.jspecify.annotations.NullMarked;
