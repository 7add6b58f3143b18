/** The files of a model: recipe and histories as JSON. */
@NullMarked
package io.millwright.templates.forecasting.model;

import org.jspecify.annotations.NullMarked;
