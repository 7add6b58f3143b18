/** Says how long machines will still run, which will fail soon, and which behave oddly. */
@NullMarked
package io.millwright.templates.maintenance;

import org.jspecify.annotations.NullMarked;
