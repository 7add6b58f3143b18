/** The files of a trained model. */
@NullMarked
package io.millwright.templates.fraud.model;

import org.jspecify.annotations.NullMarked;
