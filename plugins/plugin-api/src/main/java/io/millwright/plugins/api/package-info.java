/**
 * The extension point of Millwright: what the author of an industry template implements and what the platform gives it.
 *
 * <p>JDK types only. The author implements {@link io.millwright.plugins.api.Template} and registers the class in
 * {@code META-INF/services/io.millwright.plugins.api.Template}; everything else in this package is either data (records)
 * or given to the template by the platform. A template runs alone in a confined process: no network, no files but its
 * inputs, its scratch folder and its outputs.
 */
@NullMarked
package io.millwright.plugins.api;

import org.jspecify.annotations.NullMarked;
