package io.millwright.portal.ui.projects;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.router.QueryParameters;
import io.millwright.governance.datasets.Dataset;
import io.millwright.portal.ui.ViewTest;
import io.millwright.portal.ui.world.SeriesStory;
import io.millwright.portal.ui.world.Stories;
import io.millwright.portal.ui.world.World;
import org.junit.jupiter.api.Test;

/** Others have brought newer data since: a project that was trained before goes on with its own. */
class ProjectGoesOnTest extends ViewTest {

    private static final String PROJECT = "t/acme/projects/" + World.id("project");

    @Override
    protected void tell(World world) {
        Stories.week(world);
        SeriesStory.tell(world);
    }

    @Test
    void whatItLearntFromLastIsChosen() {
        visit(PROJECT);

        assertThat(data().getListDataView().getItem(0).name()).isNotEqualTo("Card transactions");
        assertThat(data().getValue().name()).isEqualTo("Card transactions");
    }

    @Test
    void whatSomebodyComesWithCountsMore() {
        UI.getCurrent()
                .navigate(
                        PROJECT,
                        QueryParameters.of(
                                "dataset", World.id("Shops by the day").toString()));

        assertThat(data().getValue().name()).isEqualTo("Shops by the day");
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Dataset> data() {
        return $(ComboBox.class).withLabel("Data").single();
    }
}
