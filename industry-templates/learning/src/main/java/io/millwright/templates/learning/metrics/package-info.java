/** How good scores are: ranking figures, curves and errors of probabilities. */
@NullMarked
package io.millwright.templates.learning.metrics;

import org.jspecify.annotations.NullMarked;
