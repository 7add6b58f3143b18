/** Linear models: Cholesky factors, least squares and logistic regression with an L2 penalty. */
@NullMarked
package io.millwright.templates.learning.linear;

import org.jspecify.annotations.NullMarked;
