/** Manages how the portal process starts and what it is told by its configuration. */
@NullMarked
package io.millwright.portal;

import org.jspecify.annotations.NullMarked;
