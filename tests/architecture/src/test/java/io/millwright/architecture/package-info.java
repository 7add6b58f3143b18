/** Holds the dependency line between modules, and who may see what. */
@NullMarked
package io.millwright.architecture;

import org.jspecify.annotations.NullMarked;
