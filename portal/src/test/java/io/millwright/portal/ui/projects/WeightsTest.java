package io.millwright.portal.ui.projects;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import io.millwright.governance.datasets.Dataset;
import io.millwright.portal.ui.ViewTest;
import io.millwright.portal.ui.world.Stories;
import io.millwright.portal.ui.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Trainings from images may start from weights that somebody brought; no others may. */
class WeightsTest extends ViewTest {

    private static final String CASTINGS = "t/acme/projects/" + World.id("castings");

    @Override
    protected void tell(World world) {
        Stories.images(world);
    }

    @BeforeEach
    void forget() {
        projects.trainings.clear();
    }

    @Test
    void chosenWeightsGoIntoTheTraining() {
        visit(CASTINGS);
        var weights = weights();
        assertThat(weights.getListDataView().getItems().map(Dataset::name)).containsExactly("Residual network");

        weights.setValue(weights.getListDataView().getItem(0));
        press("Train");

        var training = projects.trainings.getFirst();
        assertThat(training.dataset()).isEqualTo(World.id("Surfaces"));
        assertThat(training.weights()).isEqualTo(World.id("Residual network"));
        assertThat(training.weightsVersion()).isEqualTo(1);
    }

    @Test
    void withoutAChoiceItStartsFromNothing() {
        visit(CASTINGS);

        press("Train");

        assertThat(projects.trainings.getFirst().weights()).isNull();
        assertThat(projects.trainings.getFirst().weightsVersion()).isNull();
    }

    @Test
    void tablesAreNotOfferedToATemplateOfImages() {
        visit(CASTINGS);

        @SuppressWarnings("unchecked")
        ComboBox<Dataset> data = $(ComboBox.class).withLabel("Data").single();

        assertThat(data.getListDataView().getItems().map(Dataset::name)).containsExactly("Surfaces");
    }

    @Test
    void aTemplateOfTablesDoesNotAskForWeights() {
        visit("t/acme/projects/" + World.id("project"));

        assertThat($(ComboBox.class).withLabel("Weights to start from").exists())
                .isFalse();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Dataset> weights() {
        return $(ComboBox.class).withLabel("Weights to start from").single();
    }
}
