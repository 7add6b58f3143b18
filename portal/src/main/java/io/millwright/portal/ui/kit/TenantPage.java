package io.millwright.portal.ui.kit;

import io.millwright.portal.security.SignedIn;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.TenantId;

/** A page of one tenant, for its members. */
public abstract class TenantPage extends Page {

    private final SignedIn signedIn;

    protected TenantPage(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    protected final Caller identify(Visit visit) {
        return signedIn.caller(new TenantId(visit.part("tenant")));
    }

    protected final TenantId tenant() {
        return caller().tenant();
    }
}
