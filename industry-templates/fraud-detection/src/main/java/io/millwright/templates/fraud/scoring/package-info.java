/** Scores transactions and says why. */
@NullMarked
package io.millwright.templates.fraud.scoring;

import org.jspecify.annotations.NullMarked;
