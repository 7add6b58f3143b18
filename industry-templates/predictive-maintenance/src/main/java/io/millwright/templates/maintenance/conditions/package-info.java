/** Finds the conditions that assets run under, and makes sensors comparable across them. */
@NullMarked
package io.millwright.templates.maintenance.conditions;

import org.jspecify.annotations.NullMarked;
