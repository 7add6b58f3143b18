/** The seam between the broker and a cluster. JDK types only: these are the only types that cross a backend's class loader. */
@NullMarked
package io.millwright.broker.cluster;

import org.jspecify.annotations.NullMarked;
