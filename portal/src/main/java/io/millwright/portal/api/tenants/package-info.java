/** Manages the API of tenants and people: info, me, tenants, members. */
@NullMarked
package io.millwright.portal.api.tenants;

import org.jspecify.annotations.NullMarked;
