/** How files become tables: recognised, decoded, taken apart, typed, stored as Parquet and canonical table, profiled. */
@NullMarked
package io.millwright.governance.datasets.internal;

import org.jspecify.annotations.NullMarked;
