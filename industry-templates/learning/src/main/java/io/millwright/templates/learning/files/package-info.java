/** The files of a model, and what people are told when they are not what was saved. */
@NullMarked
package io.millwright.templates.learning.files;

import org.jspecify.annotations.NullMarked;
