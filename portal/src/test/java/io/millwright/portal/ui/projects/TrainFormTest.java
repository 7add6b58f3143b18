package io.millwright.portal.ui.projects;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.millwright.broker.JobResources;
import io.millwright.portal.ui.ViewTest;
import io.millwright.portal.ui.world.World;
import io.millwright.tenancy.Caller;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrainFormTest extends ViewTest {

    private static final String PROJECT = "t/acme/projects/" + World.id("project");

    @BeforeEach
    void forget() {
        projects.trainings.clear();
    }

    @Test
    void columnsAreGuessedAndTheJobIsOpened() {
        visit(PROJECT);

        press("Train");

        var training = projects.trainings.getFirst();
        assertThat(training.dataset()).isEqualTo(World.id("Card transactions"));
        assertThat(training.datasetVersion()).isEqualTo(2);
        assertThat(training.options())
                .containsEntry("column.label", "TX_FRAUD")
                .containsEntry("column.time", "TX_DATETIME")
                .containsEntry("column.customer", "CUSTOMER_ID")
                .containsEntry("alertsPerDay", "100");
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .startsWith("t/acme/jobs/");
    }

    @Test
    void aWrongValueIsSaidBesideItsFieldAndNothingStarts() {
        visit(PROJECT);
        var alerts = $(TextField.class).withLabel("Alerts a day").single();

        type(alerts, "many");

        assertThat(alerts.isInvalid()).isTrue();
        assertThat(alerts.getErrorMessage()).isEqualTo("Alerts a day is a whole number.");
        press("Train");
        assertThat(projects.trainings).isEmpty();
        assertThat(page()).contains("needs a look before it can start");
    }

    @Test
    void aMissingLabelColumnIsAskedFor() {
        visit(PROJECT);
        var label = $(ComboBox.class).withLabel("Fraud").single();

        label.clear();
        press("Train");

        assertThat(label.isInvalid()).isTrue();
        assertThat(label.getErrorMessage()).isEqualTo("Choose the column for Fraud.");
        assertThat(projects.trainings).isEmpty();
    }

    @Test
    void onlyColumnsOfAFittingTypeAreOffered() {
        visit(PROJECT);

        var label = $(ComboBox.class).withLabel("Fraud").single();

        assertThat(label.getListDataView().getItems().toList())
                .contains("TX_FRAUD")
                .doesNotContain("COUNTRY", "TX_DATETIME");
    }

    @Test
    void whatWasTypedIsThereWhenOneComesBack() {
        visit(PROJECT);
        type($(TextField.class).withLabel("Alerts a day").single(), "250");

        visit("t/acme/jobs");
        visit(PROJECT);

        assertThat($(TextField.class).withLabel("Alerts a day").single().getValue())
                .isEqualTo("250");
    }

    @Test
    void auditorsSeeTheProjectWithoutTheForm() {
        signIn("acme-auditor");
        visit(PROJECT);

        assertThat(page()).contains("Card fraud, EU", "Runs");
        assertThat(offers("Train")).isFalse();
    }

    @Test
    void whatTheTemplateUnderstoodIsToldAndFilledInButNeverOverAPersonsOwn() {
        visit(PROJECT);

        assertThat(page())
                .contains("Find the fraudulent ones among 403,204 payments", "By time: the last 7 days")
                .contains("COUNTRY is missing in 3 %");
        assertThat($(TextField.class).withLabel("Label delay").single().getValue())
                .isEqualTo("14");
        assertThat($(TextField.class).withLabel("Alerts a day").single().getValue())
                .as("set by the project")
                .isEqualTo("100");

        type($(TextField.class).withLabel("Label delay").single(), "3");
        visit("t/acme/jobs");
        visit(PROJECT);

        assertThat($(TextField.class).withLabel("Label delay").single().getValue())
                .isEqualTo("3");
    }

    @Test
    void aRoleThatNoColumnWasFoundForIsEmptyWhateverNamesSuggest() {
        visit(PROJECT);
        var terminal = column("Terminal");
        assertThat(terminal.getListDataView().getItems().toList()).contains("TERMINAL_ID");
        assertThat(terminal.getValue()).isNull();

        press("Train");

        assertThat(projects.trainings.getFirst().options()).doesNotContainKey("column.terminal");
    }

    @Test
    void aColumnThatAPersonChoseStaysWhateverWasFound() {
        visit(PROJECT);
        column("Terminal").setValue("TERMINAL_ID");

        visit("t/acme/jobs");
        visit(PROJECT);

        assertThat(column("Terminal").getValue()).isEqualTo("TERMINAL_ID");
    }

    @Test
    void aLookThatFailedSaysWhyAndTrainingGoesOn() {
        jobs.change(
                World.failed(jobs.get(Caller.system(World.ACME), World.id("inspected")), "No column tells the label."));

        visit(PROJECT);

        assertThat(page()).contains("No column tells the label.", "Training is possible without it");
        press("Train");
        assertThat(projects.trainings).hasSize(1);
        assertThat(projects.trainings.getFirst().options())
                .as("what names suggest is all there is")
                .containsEntry("column.terminal", "TERMINAL_ID");
    }

    @Test
    void theChosenEffortIsTheOptionPreset() {
        visit(PROJECT);

        effort().setValue("best");
        press("Train");

        assertThat(projects.trainings.getFirst().options()).containsEntry("preset", "best");
    }

    @Test
    void resourcesFollowTheEffortUntilAPersonSaysOtherwise() {
        visit(PROJECT);
        assertThat(number("Cores")).isEqualTo(2);
        assertThat(number("Memory")).isEqualTo(3);

        effort().setValue("best");
        assertThat(number("Cores")).isEqualTo(4);
        assertThat(number("Memory")).as("5.5 GiB").isEqualTo(6);

        $(IntegerField.class).withLabelContaining("Memory").single().setValue(8);
        effort().setValue("quick");
        assertThat(number("Memory")).as("a person's own").isEqualTo(8);
        assertThat(number("Cores")).isEqualTo(2);
        press("Train");
        assertThat(projects.trainings.getFirst().resources())
                .isEqualTo(new JobResources(2, 0, 8L << 30, Duration.ofHours(2)));
    }

    @Test
    void aGpuCanBeAskedForWhereThereIsOne() {
        visit(PROJECT);
        assertThat($(IntegerField.class).withLabelContaining("GPUs").exists()).isFalse();

        world.gpus = 2;
        visit("t/acme/jobs");
        visit(PROJECT);
        assertThat(number("GPUs")).isZero();
        var gpus = $(IntegerField.class).withLabelContaining("GPUs").single();
        var without = page();
        gpus.setValue(1);
        assertThat(page()).as("a GPU costs").isNotEqualTo(without);
        assertThat(number("Memory")).as("3 for the driver").isEqualTo(6);
        effort().setValue("quick");
        assertThat(number("Memory")).isEqualTo(6);
        press("Train");

        assertThat(projects.trainings.getFirst().resources())
                .isEqualTo(new JobResources(2, 1, 6L << 30, Duration.ofHours(2)));
    }

    @Test
    void whatAPersonGaveOfMemoryIsLeftAloneByAGpu() {
        world.gpus = 2;
        visit(PROJECT);
        $(IntegerField.class).withLabelContaining("Memory").single().setValue(16);

        $(IntegerField.class).withLabelContaining("GPUs").single().setValue(2);

        assertThat(number("Memory")).isEqualTo(16);
    }

    @Test
    void impossibleResourcesAreSaidBesideTheirFieldAndNothingStarts() {
        world.gpus = 2;
        visit(PROJECT);
        var gpus = $(IntegerField.class).withLabelContaining("GPUs").single();
        var cores = $(IntegerField.class).withLabelContaining("Cores").single();

        gpus.setValue(-1);
        cores.setValue(0);
        press("Train");

        assertThat(gpus.isInvalid()).isTrue();
        assertThat(cores.isInvalid()).isTrue();
        assertThat(projects.trainings).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> column(String role) {
        return $(ComboBox.class).withLabel(role).single();
    }

    private int number(String label) {
        return $(IntegerField.class).withLabelContaining(label).single().getValue();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<String> effort() {
        return $(RadioButtonGroup.class).withLabel("Effort").single();
    }
}
