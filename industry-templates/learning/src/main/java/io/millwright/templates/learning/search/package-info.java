/** Searches for good parameters by trials: where to look, which to go on with, and how to go on after an interruption. */
@NullMarked
package io.millwright.templates.learning.search;

import org.jspecify.annotations.NullMarked;
