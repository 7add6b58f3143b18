/** Reads the model files of XGBoost (UBJSON), scores rows with them in the JVM, and averages several into one. */
@NullMarked
package io.millwright.templates.learning.trees;

import org.jspecify.annotations.NullMarked;
