/** Images as a network gets them: read, brought to one size, varied, standardised. */
@NullMarked
package io.millwright.templates.imaging.pictures;

import org.jspecify.annotations.NullMarked;
