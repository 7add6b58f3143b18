/** The sample that the template generates itself. */
@NullMarked
package io.millwright.templates.imaging.simulation;

import org.jspecify.annotations.NullMarked;
