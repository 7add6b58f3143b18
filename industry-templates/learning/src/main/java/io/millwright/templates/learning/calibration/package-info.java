/** Turns raw scores into probabilities that can be taken at their word. */
@NullMarked
package io.millwright.templates.learning.calibration;

import org.jspecify.annotations.NullMarked;
