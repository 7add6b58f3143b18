/** Understands the columns of a table as they come: numbers, moments, yes-or-no labels and categories in many spellings. */
@NullMarked
package io.millwright.templates.learning.encoding;

import org.jspecify.annotations.NullMarked;
