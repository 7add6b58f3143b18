package io.millwright.portal.ui.datasets;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.millwright.governance.datasets.DatasetId;
import io.millwright.governance.datasets.Datasets;
import io.millwright.portal.security.SignedIn;
import io.millwright.portal.ui.kit.Visit;
import io.millwright.portal.ui.shell.TenantLayout;
import io.millwright.tenancy.TenantId;
import jakarta.annotation.security.PermitAll;

/** A dataset without a version leads to its newest. */
@Route(value = "datasets/:dataset", layout = TenantLayout.class)
@PermitAll
class DatasetView extends Div implements BeforeEnterObserver {

    private final SignedIn signedIn;
    private final Datasets datasets;

    DatasetView(SignedIn signedIn, Datasets datasets) {
        this.signedIn = signedIn;
        this.datasets = datasets;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var visit = new Visit(event);
        var caller = signedIn.caller(new TenantId(visit.part("tenant")));
        var dataset = datasets.get(caller, new DatasetId(visit.id("dataset")));
        event.forwardTo(DatasetsNavigation.version(
                caller.tenant(), dataset.id().value(), dataset.latest().number()));
    }
}
