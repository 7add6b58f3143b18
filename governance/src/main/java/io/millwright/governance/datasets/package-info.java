/** The data catalogue: datasets, their content-addressed versions, profiles and lineage. */
@NullMarked
package io.millwright.governance.datasets;

import org.jspecify.annotations.NullMarked;
