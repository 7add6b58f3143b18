/** The cluster seam on Ray: an agent is a detached actor, known by its name. Loaded apart from the application's classes. */
@NullMarked
package io.millwright.broker.ray;

import org.jspecify.annotations.NullMarked;
