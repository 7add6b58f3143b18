package io.millwright.portal.ui.projects;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import io.millwright.broker.Job;
import io.millwright.governance.datasets.Dataset;
import io.millwright.portal.ui.ViewTest;
import io.millwright.portal.ui.world.Stories;
import io.millwright.portal.ui.world.World;
import io.millwright.tenancy.Caller;
import org.junit.jupiter.api.Test;

/** A project without data offers its form as soon as there are some. */
class WaitsForDataTest extends ViewTest {

    private static final String PROJECT = "t/acme/projects/" + World.id("project");

    @Override
    protected void tell(World world) {
        Stories.sample(world);
    }

    @Test
    void theFormComesWhenTheSampleIsReady() {
        visit(PROJECT);
        assertThat(page()).contains("No data to train with");

        jobs.change(World.running(sampling()));
        assertThat(page()).as("not yet").contains("No data to train with");
        assertThat(offers("Train")).isFalse();

        Stories.sampled(world);
        jobs.change(World.running(sampling()));

        assertThat(page()).doesNotContain("No data to train with").contains("Find the fraudulent ones");
        assertThat(((Dataset) $(ComboBox.class).withLabel("Data").single().getValue()).name())
                .isEqualTo("A sample of payments");
        assertThat(offers("Train")).isTrue();
    }

    private Job sampling() {
        return jobs.get(Caller.system(World.ACME), World.id("sampled"));
    }
}
