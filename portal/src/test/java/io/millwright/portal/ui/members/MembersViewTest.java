package io.millwright.portal.ui.members;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextField;
import io.millwright.portal.ui.ViewTest;
import io.millwright.portal.ui.world.World;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Members;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.TenantId;
import io.millwright.tenancy.Tenants;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MembersViewTest extends ViewTest {

    @Autowired
    Members members;

    @Autowired
    Tenants tenants;

    @Test
    void theLastAdministratorStays() {
        signIn("acme-admin");
        visit("t/acme/members");

        test($(Button.class).withText("Remove").first()).click();
        press("Remove");

        assertThat(page())
                .contains(
                        "is the last administrator of \"acme\"", "Give the role to somebody else first.", "Ada Admin");
    }

    @Test
    void aNewAccountsPasswordIsShownOnce() {
        signIn("acme-admin");
        visit("t/acme/members");

        press("Add a person");
        type($(TextField.class).withLabel("User name").single(), "new-colleague");
        $(Checkbox.class)
                .withLabel("Create an account if there is none")
                .single()
                .setValue(true);
        press("Add a person");

        assertThat(page()).contains("correct-horse", "new-colleague was added");
        visit("t/acme/audit");
        assertThat(page()).contains("account created");
    }

    @Test
    void aNameThatAnotherTenantWaitsForGetsNoAccount() {
        tenants.create(Caller.system(TenantId.PLATFORM), new TenantId("initech"), "Initech", "new-boss");
        signIn("acme-admin");
        visit("t/acme/members");

        press("Add a person");
        type($(TextField.class).withLabel("User name").single(), "New-Boss");
        $(Checkbox.class)
                .withLabel("Create an account if there is none")
                .single()
                .setValue(true);
        press("Add a person");

        assertThat(page())
                .contains("No account can be created here as \"New-Boss\".")
                .doesNotContain("correct-horse", "was added");
    }

    @Test
    void whoIsAdministratorNoMoreAddsNobodyFromAPageThatIsStillOpen() {
        signIn("acme-admin");
        visit("t/acme/members");
        press("Add a person");
        type($(TextField.class).withLabel("User name").single(), "colleague");

        world.giveRole("acme-engineer", Role.ADMIN);
        members.changeRoles(Caller.system(World.ACME), "acme-admin", Set.of(Role.VIEWER));
        press("Add a person");

        assertThat(page()).contains("This needs the role Administrator").doesNotContain("colleague was added");
    }

    @Test
    void whoRemovesThemselvesLeavesTheTenant() {
        world.giveRole("acme-engineer", Role.ADMIN);
        signIn("acme-admin");
        visit("t/acme/members");

        test($(Button.class).withText("Remove").first()).click();
        press("Remove");

        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .doesNotStartWith("t/acme");
    }

    @Test
    void whoHasNoAccountIsSaidInTheDialog() {
        signIn("acme-admin");
        visit("t/acme/members");

        press("Add a person");
        type($(TextField.class).withLabel("User name").single(), "new-colleague");
        press("Add a person");

        assertThat(page()).contains("Nobody has an account as \"new-colleague\".");
    }

    @Test
    void othersLookOnly() {
        visit("t/acme/members");

        assertThat(page()).contains("4 people", "Ania Approver");
        assertThat(offers("Add a person")).isFalse();
        assertThat(offers("Remove")).isFalse();
    }
}
