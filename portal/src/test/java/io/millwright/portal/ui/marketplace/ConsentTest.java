package io.millwright.portal.ui.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import io.millwright.portal.ui.ViewTest;
import io.millwright.portal.ui.world.Stories;
import io.millwright.portal.ui.world.World;
import org.junit.jupiter.api.Test;

class ConsentTest extends ViewTest {

    @Override
    protected void tell(World world) {
        Stories.begin(world);
    }

    @Test
    void everyRightIsAgreedToBeforeATemplateIsInstalled() {
        signIn("acme-admin");
        visit("t/acme/marketplace/fraud-detection");

        press("Install 1.0.0");

        var install = $(Button.class).withText("Install 1.0.0").last();
        assertThat(page()).contains("no network", "xgboost 3.4.0");
        assertThat(install.isEnabled()).isFalse();
        $(Checkbox.class).first().setValue(true);
        assertThat(install.isEnabled()).isFalse();
        $(Checkbox.class).all().forEach(box -> box.setValue(true));
        assertThat(install.isEnabled()).isTrue();

        press("Install 1.0.0");

        assertThat(page()).contains("What do you want to solve?", "Fraud detection is installed");
    }

    @Test
    void engineersAreToldWhoInstalls() {
        visit("t/acme/marketplace/fraud-detection");

        assertThat(offers("Install 1.0.0")).isFalse();
        assertThat(page()).contains("An administrator of the tenant can install it.");
    }

    @Test
    void aTemplateThatIsNotOfferedIsNotThere() {
        visit("t/acme/marketplace/alchemy");

        assertThat(page()).contains("There is no template \"alchemy\" here.");
    }
}
