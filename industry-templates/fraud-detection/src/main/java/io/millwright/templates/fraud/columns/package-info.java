/** Finds out which column plays which part. */
@NullMarked
package io.millwright.templates.fraud.columns;

import org.jspecify.annotations.NullMarked;
