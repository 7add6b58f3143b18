/** The files of a trained model. */
@NullMarked
package io.millwright.templates.maintenance.life.model;

import org.jspecify.annotations.NullMarked;
