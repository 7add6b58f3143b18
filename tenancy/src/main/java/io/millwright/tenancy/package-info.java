/**
 * Manages tenants, their members and roles, the tenant of the current call, and the fences that keep tenants apart: row
 * level security, Hibernate's tenant column, and objects under a tenant's own data key.
 */
@NullMarked
package io.millwright.tenancy;

import org.jspecify.annotations.NullMarked;
