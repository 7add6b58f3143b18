/** The contract that every backend passes, on a real cluster with real agents. */
@NullMarked
package io.millwright.broker.cluster.test;

import org.jspecify.annotations.NullMarked;
