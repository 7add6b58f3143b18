package io.millwright.portal.ui.audit;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.router.Route;
import io.millwright.portal.security.SignedIn;
import io.millwright.portal.ui.kit.OperatorPage;
import io.millwright.portal.ui.kit.Visit;
import io.millwright.portal.ui.shell.OperatorLayout;
import jakarta.annotation.security.PermitAll;

/** The platform's own log: what operators did, tenants created and suspended, reads across tenants. */
@Route(value = "audit", layout = OperatorLayout.class)
@PermitAll
class PlatformAuditView extends OperatorPage {

    private final AuditPanels panels;

    PlatformAuditView(SignedIn signedIn, AuditPanels panels) {
        super(signedIn);
        this.panels = panels;
    }

    @Override
    protected void show(Visit visit) {
        name(tr("nav.audit"));
        add(panels.of(this::caller, visit, this::remember));
    }
}
