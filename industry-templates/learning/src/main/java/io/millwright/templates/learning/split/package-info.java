/** Divides rows into parts for training and for judging. */
@NullMarked
package io.millwright.templates.learning.split;

import org.jspecify.annotations.NullMarked;
