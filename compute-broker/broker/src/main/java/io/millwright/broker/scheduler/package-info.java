/** Decides which job runs next, places it on the cluster, and notices what was lost, cancelled or takes too long. */
@NullMarked
package io.millwright.broker.scheduler;

import org.jspecify.annotations.NullMarked;
