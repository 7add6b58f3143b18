/** Judges a model as it would have done in use: by time where there is time, else by folds. */
@NullMarked
package io.millwright.templates.fraud.evaluation;

import org.jspecify.annotations.NullMarked;
