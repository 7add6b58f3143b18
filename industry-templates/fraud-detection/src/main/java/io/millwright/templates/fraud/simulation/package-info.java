/** The sample that the template generates itself. */
@NullMarked
package io.millwright.templates.fraud.simulation;

import org.jspecify.annotations.NullMarked;
