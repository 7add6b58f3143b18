/** Carries one attempt of a job on a node: fetches, starts the confined template process, watches, relays, commits. JDK only. */
@NullMarked
package io.millwright.broker.agent;

import org.jspecify.annotations.NullMarked;
