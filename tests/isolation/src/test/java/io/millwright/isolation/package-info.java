/** Holds that nobody sees or changes what is not theirs, on every path that the running portal answers. */
@NullMarked
package io.millwright.isolation;

import org.jspecify.annotations.NullMarked;
