/** A logistic regression beside the trees, and how much say it has. */
@NullMarked
package io.millwright.templates.fraud.mixture;

import org.jspecify.annotations.NullMarked;
