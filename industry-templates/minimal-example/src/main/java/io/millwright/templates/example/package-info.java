/** The smallest honest template: it predicts the average. A start to copy, and a baseline that any model has to beat. */
@NullMarked
package io.millwright.templates.example;

import org.jspecify.annotations.NullMarked;
