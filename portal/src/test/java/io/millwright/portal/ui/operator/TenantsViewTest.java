package io.millwright.portal.ui.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import io.millwright.portal.ui.ViewTest;
import org.junit.jupiter.api.Test;

class TenantsViewTest extends ViewTest {

    @Test
    void suspendingNeedsTheNameTyped() {
        signIn("operator");
        visit("operator/tenants");

        test($(Button.class).withText("Suspend").first()).click();
        var suspend = $(Button.class).withText("Suspend").last();
        assertThat(page()).contains("can neither read nor work");
        assertThat(suspend.isEnabled()).isFalse();

        var typed = $(TextField.class).withLabelContaining("to go on").single();
        var name = typed.getLabel().replaceAll(".*“(.+)”.*", "$1");
        type(typed, name);
        assertThat(suspend.isEnabled()).isTrue();
        press("Suspend");

        assertThat(page()).contains("One is suspended.", "Resume");
    }

    @Test
    void membersOfASuspendedTenantAreToldSo() {
        signIn("operator");
        visit("operator/tenants");
        test($(Button.class).withText("Suspend").first()).click();
        var typed = $(TextField.class).withLabelContaining("to go on").single();
        var name = typed.getLabel().replaceAll(".*“(.+)”.*", "$1");
        type(typed, name);
        press("Suspend");

        signIn(name + "-admin");
        visit("t/" + name);

        assertThat(page()).contains("The tenant \"" + name + "\" is suspended.");
    }

    @Test
    void aBadShortNameIsSaidInTheDialog() {
        signIn("operator");
        visit("operator/tenants");

        press("Create a tenant");
        type($(TextField.class).withLabel("Name").single(), "Initech");
        type($(TextField.class).withLabel("Short name").single(), "In I Tech");
        type($(TextField.class).withLabel("First administrator").single(), "initech-admin");
        press("Create a tenant");

        assertThat(page()).contains("cannot be a tenant's short name").doesNotContain("Initech is created");
    }

    @Test
    void refusedArchivesAreNamedWithTheReason() {
        signIn("operator");
        visit("operator/marketplace");

        assertThat(page()).contains("tampered-1.0.0.zip", "The signature does not fit the content.");
    }
}
