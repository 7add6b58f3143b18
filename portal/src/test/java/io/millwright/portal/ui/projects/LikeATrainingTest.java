package io.millwright.portal.ui.projects;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.millwright.portal.ui.ViewTest;
import io.millwright.portal.ui.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The form that begins as an earlier training did, to change one thing. */
class LikeATrainingTest extends ViewTest {

    private static final String PROJECT = "t/acme/projects/" + World.id("project");
    private static final String FAILED = "t/acme/jobs/" + World.id("failed");

    @BeforeEach
    void forget() {
        projects.trainings.clear();
    }

    @Test
    void itsDataColumnsSettingsAndResourcesAreThere() {
        visit(FAILED);
        press("Train with changes");

        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo(PROJECT);
        assertThat(page()).contains("Begins as the training of", "acme-engineer");
        assertThat(number("Cores")).as("fewer than suggested").isEqualTo(1);
        assertThat(number("Memory")).isEqualTo(2);
        assertThat(column("Time").getValue()).as("it did without").isNull();
        assertThat(column("Fraud").getValue()).as("needed by all").isEqualTo("TX_FRAUD");

        $(IntegerField.class).withLabelContaining("Memory").single().setValue(4);
        press("Train");
        assertThat(projects.trainings.getFirst().options())
                .containsEntry("alertsPerDay", "100")
                .doesNotContainKey("column.time");
        assertThat(projects.trainings.getFirst().resources().memoryBytes()).isEqualTo(4L << 30);
    }

    @Test
    void whatWasChangedSinceStays() {
        like("failed");
        type($(TextField.class).withLabel("Alerts a day").single(), "250");

        visit("t/acme/jobs");
        like("failed");

        assertThat($(TextField.class).withLabel("Alerts a day").single().getValue())
                .isEqualTo("250");
    }

    @Test
    void oneCanBeginAfresh() {
        like("failed");

        press("Begin afresh");

        assertThat(page()).doesNotContain("Begins as the training of");
        assertThat(column("Time").getValue()).isEqualTo("TX_DATETIME");
        assertThat(number("Cores")).isEqualTo(2);
    }

    @Test
    void aJobThatIsNoTrainingOfTheProjectIsRefused() {
        like("scored");

        assertThat(page()).doesNotContain("Begins as the training of");
        assertThat(offers("Train")).isFalse();
    }

    private void like(String job) {
        UI.getCurrent()
                .navigate(PROJECT, QueryParameters.of("like", World.id(job).toString()));
    }

    private int number(String label) {
        return $(IntegerField.class).withLabelContaining(label).single().getValue();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> column(String label) {
        return $(ComboBox.class).withLabel(label).single();
    }
}
