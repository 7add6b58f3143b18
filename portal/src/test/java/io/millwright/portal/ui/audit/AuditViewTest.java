package io.millwright.portal.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import io.millwright.portal.ui.ViewTest;
import org.junit.jupiter.api.Test;

class AuditViewTest extends ViewTest {

    @Test
    void engineersAreRefused() {
        visit("t/acme/audit");

        assertThat(page())
                .contains("This needs the role Auditor or Administrator")
                .doesNotContain("Everything that happened");
    }

    @Test
    void beforeAndAfterStandSideBySide() {
        signIn("acme-auditor");
        UI.getCurrent().navigate("t/acme/audit", QueryParameters.of("entry", "4"));

        assertThat(page()).contains("member roles changed", "VIEWER", "APPROVER", "covers for Ania");
    }

    @Test
    void theAddressHoldsTheFilter() {
        signIn("acme-auditor");
        UI.getCurrent().navigate("t/acme/audit", QueryParameters.of("action", "dataset.uploaded"));

        assertThat(page()).contains("dataset uploaded").doesNotContain("job submitted");
    }
}
