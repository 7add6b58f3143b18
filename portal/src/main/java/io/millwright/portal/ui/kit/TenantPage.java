package io.millwright.portal.ui.kit;

import io.millwright.portal.security.SignedIn;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/** A page of one tenant, for its members. */
public abstract class TenantPage extends Page {

    private final SignedIn signedIn;
    private @Nullable TenantId tenant;

    protected TenantPage(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    protected final void arrive(Visit visit) {
        tenant = new TenantId(visit.part("tenant"));
        signedIn.caller(tenant);
    }

    @Override
    protected final Caller caller() {
        return signedIn.caller(tenant());
    }

    protected final TenantId tenant() {
        if (tenant == null) {
            throw new IllegalStateException("nobody has come to this page yet");
        }
        return tenant;
    }
}
