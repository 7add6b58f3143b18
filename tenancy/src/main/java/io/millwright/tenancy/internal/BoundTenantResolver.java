package io.millwright.tenancy.internal;

import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/** Tells Hibernate the tenant that is bound; none is the empty name, which owns nothing. */
final class BoundTenantResolver implements CurrentTenantIdentifierResolver<String> {

    @Override
    public String resolveCurrentTenantIdentifier() {
        return Binding.isBound() ? Binding.current().tenant().value() : "";
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }
}
