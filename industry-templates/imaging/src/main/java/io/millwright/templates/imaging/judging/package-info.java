/** What networks say, made into probabilities, strangeness and figures. */
@NullMarked
package io.millwright.templates.imaging.judging;

import org.jspecify.annotations.NullMarked;
