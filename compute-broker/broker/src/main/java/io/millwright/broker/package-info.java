/**
 * Manages jobs: their queue, states, attempts, logs and results, and the cluster they run on. Portal and plugin host use
 * this package; the broker process itself lives in the packages below it.
 */
@NullMarked
package io.millwright.broker;

import org.jspecify.annotations.NullMarked;
