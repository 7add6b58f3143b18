/** Gradient boosted trees on XGBoost, behind a face of plain arrays. */
@NullMarked
package io.millwright.templates.learning.boosting;

import org.jspecify.annotations.NullMarked;
