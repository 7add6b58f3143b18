/** Reads foreign images under limits, resizes and compares them, and makes small pictures for reports. */
@NullMarked
package io.millwright.templates.learning.images;

import org.jspecify.annotations.NullMarked;
