package io.millwright.portal.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.sidenav.SideNavItem;
import io.millwright.portal.ui.ViewTest;
import org.junit.jupiter.api.Test;

class FrameTest extends ViewTest {

    @Test
    void theBareAddressLeadsToTheMembersTenant() {
        visit("");

        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("t/acme");
        assertThat(page()).contains("Acme", "Engineer");
    }

    @Test
    void theAuditLogIsOfferedToThoseWhoMayReadIt() {
        visit("t/acme");
        assertThat($(SideNavItem.class).all())
                .extracting(SideNavItem::getLabel)
                .contains("Jobs")
                .doesNotContain("Audit");
    }

    @Test
    void anAuditorIsOfferedTheAuditLog() {
        signIn("acme-auditor");
        visit("t/acme");
        assertThat($(SideNavItem.class).all()).extracting(SideNavItem::getLabel).contains("Audit");
    }

    @Test
    void anotherTenantLooksLikeNone() {
        visit("t/globex/jobs");
        assertThat(page()).contains("There is no tenant \"globex\" here.").doesNotContain("Globex");

        visit("t/nobody/jobs");
        assertThat(page()).contains("There is no tenant \"nobody\" here.");
    }

    @Test
    void anAddressThatLeadsNowhereSaysSo() {
        visit("t/acme/nowhere");
        assertThat(page()).contains("There is no such page").doesNotContain("Exception");
    }

    @Test
    void anIdentityThatCannotExistIsNotThere() {
        visit("t/acme/jobs/42");
        assertThat(page()).contains("There is no job \"42\" here.");
    }

    @Test
    void membersOfATenantAreNoOperators() {
        visit("operator/tenants");
        assertThat(page()).doesNotContain("Create a tenant").contains("Go to the start page");
    }
}
