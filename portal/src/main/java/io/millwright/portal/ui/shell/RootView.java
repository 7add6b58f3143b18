package io.millwright.portal.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import io.millwright.portal.security.SignedIn;
import io.millwright.tenancy.TenantId;
import jakarta.annotation.security.PermitAll;

/** The bare address: leads on to the tenant one looked at last, else to the first, else says that there is none. */
@Route("")
@PermitAll
class RootView extends Div implements BeforeEnterObserver {

    private final SignedIn signedIn;

    RootView(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var memberships = signedIn.memberships();
        var last = VaadinSession.getCurrent().getAttribute(LastTenant.KEY);
        var target = memberships.stream()
                .filter(membership -> membership.tenant().id().value().equals(last))
                .findFirst()
                .or(() -> memberships.stream()
                        .filter(membership -> !membership.tenant().id().equals(TenantId.PLATFORM))
                        .findFirst())
                .or(() -> memberships.stream().findFirst());
        event.forwardTo(TenantLayout.href(target.orElseThrow(TenantLayout::nowhere)));
    }
}
