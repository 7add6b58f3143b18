/** Manages the API of the model registry. */
@NullMarked
package io.millwright.portal.api.models;

import org.jspecify.annotations.NullMarked;
