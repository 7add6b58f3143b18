package io.millwright.portal.ui.shell;

import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.RoutePrefix;
import io.millwright.portal.security.SignedIn;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Page;
import io.millwright.portal.ui.kit.Texts;
import io.millwright.portal.ui.shell.Navigation.Place;
import io.millwright.tenancy.TenantId;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The frame around the pages of those who run the installation. */
@PermitAll
@RoutePrefix("operator")
public final class OperatorLayout extends Frame {

    private static final List<Place> PLACES = List.of(
            new Place("nav.operator.tenants", "operator/tenants", true),
            new Place("nav.operator.cluster", "operator/cluster", true),
            new Place("nav.operator.marketplace", "operator/marketplace", true),
            new Place("nav.operator.audit", "operator/audit", true));

    private final SignedIn signedIn;
    private final PaletteItems items;

    OperatorLayout(SignedIn signedIn, PersonMenu person, PaletteItems items) {
        super(person);
        this.signedIn = signedIn;
        this.items = items;
    }

    @Override
    void arrived(AfterNavigationEvent event) {
        if (getContent() instanceof Page && drawer().getChildren().findAny().isEmpty()) {
            var memberships = signedIn.memberships();
            drawer().add(
                            new TenantSwitch(memberships, TenantId.PLATFORM),
                            Navigation.group("nav.operator", PLACES),
                            El.div("mw-drawer-end", El.text(Texts.tr("shell.product"))));
            palette().offer(() -> items.places(memberships, PLACES));
        }
    }
}
