package io.millwright.portal.ui.models;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.millwright.governance.models.Models;
import io.millwright.portal.security.SignedIn;
import io.millwright.portal.ui.kit.Visit;
import io.millwright.portal.ui.shell.TenantLayout;
import io.millwright.tenancy.TenantId;
import jakarta.annotation.security.PermitAll;

/** A model without a version leads to its newest. */
@Route(value = "models/:model", layout = TenantLayout.class)
@PermitAll
class ModelView extends Div implements BeforeEnterObserver {

    private final SignedIn signedIn;
    private final Models models;

    ModelView(SignedIn signedIn, Models models) {
        this.signedIn = signedIn;
        this.models = models;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var visit = new Visit(event);
        var caller = signedIn.caller(new TenantId(visit.part("tenant")));
        var model = models.get(caller, visit.id("model"));
        event.forwardTo(ModelsNavigation.version(
                caller.tenant(), model.id(), model.latest().number()));
    }
}
