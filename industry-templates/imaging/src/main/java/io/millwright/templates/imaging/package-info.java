/** The imaging template: learns to tell images apart, shows where it looked, and says what it does not know. */
@NullMarked
package io.millwright.templates.imaging;

import org.jspecify.annotations.NullMarked;
