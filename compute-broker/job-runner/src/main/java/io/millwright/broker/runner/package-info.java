/** Calls a template inside its confined process: loads it, gives it its inputs and outputs as files, tells its agent over pipes. */
@NullMarked
package io.millwright.broker.runner;

import org.jspecify.annotations.NullMarked;
