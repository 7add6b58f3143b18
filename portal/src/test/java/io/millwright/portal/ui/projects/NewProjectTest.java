package io.millwright.portal.ui.projects;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import io.millwright.portal.ui.ViewTest;
import org.junit.jupiter.api.Test;

class NewProjectTest extends ViewTest {

    @Test
    void aNameIsAskedFor() {
        visit("t/acme/projects/new");
        press("Begin");

        assertThat($(TextField.class).withLabel("Name").single().getErrorMessage())
                .isEqualTo("Give it a name.");
    }

    @Test
    void aTakenNameIsSaidBesideTheField() {
        visit("t/acme/projects/new");
        var name = $(TextField.class).withLabel("Name").single();

        type(name, "Card fraud, EU");
        press("Begin");

        assertThat(name.isInvalid()).isTrue();
        assertThat(name.getErrorMessage()).contains("There is a project \"Card fraud, EU\" already.");
    }

    @Test
    void aNewProjectIsOpened() {
        visit("t/acme/projects/new");
        type($(TextField.class).withLabel("Name").single(), "Card fraud, Asia");
        press("Begin");

        assertThat(page()).contains("Card fraud, Asia", "what the model learns from.");
    }

    @Test
    void whoMayNotBeginOneIsRefused() {
        signIn("acme-auditor");
        visit("t/acme/projects/new");

        assertThat(page()).contains("This needs the role Engineer");
    }
}
