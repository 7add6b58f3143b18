/** Findings about a model and about scored images, as people read them. */
@NullMarked
package io.millwright.templates.imaging.report;

import org.jspecify.annotations.NullMarked;
