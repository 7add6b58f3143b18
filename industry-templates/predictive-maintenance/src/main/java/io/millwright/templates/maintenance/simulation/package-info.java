/** The sample that the template generates itself. */
@NullMarked
package io.millwright.templates.maintenance.simulation;

import org.jspecify.annotations.NullMarked;
