/** Many things done side by side, with the same result on any number of threads. */
@NullMarked
package io.millwright.templates.learning.workers;

import org.jspecify.annotations.NullMarked;
