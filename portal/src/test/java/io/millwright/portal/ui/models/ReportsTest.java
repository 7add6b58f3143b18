package io.millwright.portal.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.portal.ui.ViewTest;
import io.millwright.portal.ui.kit.ChartView;
import io.millwright.portal.ui.world.Stories;
import io.millwright.portal.ui.world.World;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportsTest extends ViewTest {

    @Override
    protected void tell(World world) {
        Stories.four(world);
    }

    @Test
    void eachSortOfChartHasItsComponentAndItsSection() {
        visit("t/acme/models/" + World.id("Engines, line 4") + "/1");

        assertThat(page())
                .containsSubsequence(
                        "Outcome",
                        "How long engines lasted",
                        "Explanation",
                        "What tells that an engine wears out",
                        "Segments and fairness",
                        "By remaining life",
                        "How it was found",
                        "What was tried");
        assertThat(tags()).contains("mw-fans", "mw-trials", "mw-chart");
    }

    @Test
    void picturesAndForecastsComeOnlyWhenOneLooks() {
        visit("t/acme/models/" + World.id("Chest images") + "/1");

        assertThat(tags()).contains("mw-gallery", "mw-confusion");
        assertThat($(ChartView.class).all())
                .filteredOn(chart -> chart.getElement().getTag().equals("mw-gallery"))
                .allSatisfy(gallery -> {
                    assertThat(gallery.getElement().hasProperty("data")).isFalse();
                    assertThat(gallery.getElement().getAttribute("src")).isNotBlank();
                });
    }

    private List<String> tags() {
        return $(ChartView.class).all().stream()
                .map(chart -> chart.getElement().getTag())
                .toList();
    }
}
