/** The broker's process: puts scheduler, gateway and cluster backend together. */
@NullMarked
package io.millwright.broker.app;

import org.jspecify.annotations.NullMarked;
