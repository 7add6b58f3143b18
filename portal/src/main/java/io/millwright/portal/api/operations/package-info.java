/** Manages the API of operators: cluster, use of all tenants, the platform's own audit log. */
@NullMarked
package io.millwright.portal.api.operations;

import org.jspecify.annotations.NullMarked;
