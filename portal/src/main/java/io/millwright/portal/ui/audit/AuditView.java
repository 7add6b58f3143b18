package io.millwright.portal.ui.audit;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.router.Route;
import io.millwright.portal.security.SignedIn;
import io.millwright.portal.ui.kit.TenantPage;
import io.millwright.portal.ui.kit.Visit;
import io.millwright.portal.ui.shell.TenantLayout;
import io.millwright.tenancy.Role;
import jakarta.annotation.security.PermitAll;

/** The audit log of a tenant, for its auditors and administrators. */
@Route(value = "audit", layout = TenantLayout.class)
@PermitAll
class AuditView extends TenantPage {

    private final AuditPanels panels;

    AuditView(SignedIn signedIn, AuditPanels panels) {
        super(signedIn);
        this.panels = panels;
    }

    @Override
    protected void show(Visit visit) {
        caller().require(Role.AUDITOR, Role.ADMIN);
        name(tr("nav.audit"));
        add(panels.of(this::caller, visit, this::remember));
    }
}
