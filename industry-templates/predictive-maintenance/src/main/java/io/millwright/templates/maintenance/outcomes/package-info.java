/** What became of assets: failures as a column tells them. */
@NullMarked
package io.millwright.templates.maintenance.outcomes;

import org.jspecify.annotations.NullMarked;
