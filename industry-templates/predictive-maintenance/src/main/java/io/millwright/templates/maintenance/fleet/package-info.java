/** The rows of a file in memory, asset by asset in the order of time. */
@NullMarked
package io.millwright.templates.maintenance.fleet;

import org.jspecify.annotations.NullMarked;
