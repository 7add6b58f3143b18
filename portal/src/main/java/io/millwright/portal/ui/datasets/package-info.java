/** Manages the pages of a tenant's data: list, upload, and what a version looks like. */
@NullMarked
package io.millwright.portal.ui.datasets;

import org.jspecify.annotations.NullMarked;
