/** Manages the API of the data catalogue, streamed uploads included. */
@NullMarked
package io.millwright.portal.api.datasets;

import org.jspecify.annotations.NullMarked;
