/** The cluster seam on one machine: an agent is a process of its own session, found again by a file with its identity. */
@NullMarked
package io.millwright.broker.local;

import org.jspecify.annotations.NullMarked;
