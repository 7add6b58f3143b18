package io.millwright.portal.ui.kit;

import io.millwright.portal.security.SignedIn;
import io.millwright.tenancy.Caller;

/** A page for those who run the installation. */
public abstract class OperatorPage extends Page {

    private final SignedIn signedIn;

    protected OperatorPage(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    protected final void arrive(Visit visit) {
        signedIn.operator();
    }

    @Override
    protected final Caller caller() {
        return signedIn.operator();
    }
}
