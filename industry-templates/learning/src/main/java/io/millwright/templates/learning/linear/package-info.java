/** Linear models in closed form: Cholesky factors, least squares with an L2 penalty. */
@NullMarked
package io.millwright.templates.learning.linear;

import org.jspecify.annotations.NullMarked;
