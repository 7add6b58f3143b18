/** Finds out which column plays which part. */
@NullMarked
package io.millwright.templates.maintenance.columns;

import org.jspecify.annotations.NullMarked;
