/** Manages the conventions of the REST API: problems, pages, links, callers, idempotency, OpenAPI. */
@NullMarked
package io.millwright.portal.api;

import org.jspecify.annotations.NullMarked;
