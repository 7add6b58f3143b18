/** What alerts mean for the groups of a protected column, which the model does not learn from. */
@NullMarked
package io.millwright.templates.fraud.fairness;

import org.jspecify.annotations.NullMarked;
