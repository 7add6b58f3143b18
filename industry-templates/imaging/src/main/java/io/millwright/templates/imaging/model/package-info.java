/** The files of a model: numbers as safetensors, the rest as JSON. */
@NullMarked
package io.millwright.templates.imaging.model;

import org.jspecify.annotations.NullMarked;
