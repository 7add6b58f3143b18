/** Manages the small world in memory that view tests and pictures look at: hand-written services, no database, no cluster. */
@NullMarked
package io.millwright.portal.ui.world;

import org.jspecify.annotations.NullMarked;
