/** Intervals with a promised coverage around estimates, from errors on rows that were held out. */
@NullMarked
package io.millwright.templates.learning.conformal;

import org.jspecify.annotations.NullMarked;
