/** Judges new rows and says why. */
@NullMarked
package io.millwright.templates.maintenance.life.scoring;

import org.jspecify.annotations.NullMarked;
