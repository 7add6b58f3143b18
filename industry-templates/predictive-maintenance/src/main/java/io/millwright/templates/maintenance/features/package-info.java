/** What was known of an asset at a moment, as columns to learn from. */
@NullMarked
package io.millwright.templates.maintenance.features;

import org.jspecify.annotations.NullMarked;
