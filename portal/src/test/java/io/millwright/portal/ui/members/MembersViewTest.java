package io.millwright.portal.ui.members;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextField;
import io.millwright.portal.ui.ViewTest;
import org.junit.jupiter.api.Test;

class MembersViewTest extends ViewTest {

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
