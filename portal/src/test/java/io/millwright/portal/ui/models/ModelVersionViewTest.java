package io.millwright.portal.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.tabs.Tabs;
import io.millwright.governance.datasets.Dataset;
import io.millwright.portal.ui.ViewTest;
import io.millwright.portal.ui.kit.ChartView;
import io.millwright.portal.ui.kit.ThresholdView;
import io.millwright.portal.ui.kit.Tile;
import io.millwright.portal.ui.world.World;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ModelVersionViewTest extends ViewTest {

    private static final String MODEL = "t/acme/models/" + World.id("model");

    @Test
    void theFindingIsTheTitleAndFiguresAreComparedWithTheVersionBefore() {
        visit(MODEL + "/2");

        assertThat(page()).contains("Catches 68 % of fraudulent cards", "0.697", "+0.014", "no fraud at all");
        assertThat(page())
                .contains("What it understood", "Learnt from 6 weeks", "All figures", "How pure the alerts are")
                .contains("against version 1");
        assertThat($(Tile.class).all()).hasSize(5);
        assertThat($(ThresholdView.class).exists()).isTrue();
        assertThat($(ChartView.class).all()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void aModelLeadsToItsNewestVersion() {
        visit(MODEL);

        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo(MODEL + "/2");
    }

    @Test
    void lineageNamesDataTemplateSeedAndEnvironment() {
        visit(MODEL + "/2");
        $(Tabs.class).single().setSelectedIndex(1);

        assertThat(page()).contains("Card transactions, version 2", "fraud-detection 1.0.0", "engine.xgboost", "3.4.0");
    }

    @Test
    void versionsAreSetSideBySide() {
        UI.getCurrent().navigate(MODEL + "/compare", com.vaadin.flow.router.QueryParameters.fromString("a=1&b=2"));

        assertThat(page()).contains("Version 2 is better than version 1 in average precision", "seed");
    }

    @Test
    void theFilesAreHandedOutAsAStream() {
        visit(MODEL + "/2");

        var out = new ByteArrayOutputStream();
        test($(Anchor.class).withText("Download").single()).download(out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a zip");
    }

    @Test
    void scoringNeedsData() {
        projects.scorings.clear();
        visit(MODEL + "/2");

        press("Score a file");
        press("Score");
        assertThat(page()).contains("Choose the data.");
        assertThat(projects.scorings).isEmpty();

        @SuppressWarnings("unchecked")
        ComboBox<Dataset> data = $(ComboBox.class).withLabel("Data").single();
        data.setValue(data.getListDataView().getItem(1));
        press("Score");

        assertThat(projects.scorings.getFirst().modelVersion()).isEqualTo(2);

        visit(MODEL + "/1");
        press("Score a file");
        press("Score");
        assertThat(projects.scorings.getLast().dataset())
                .isEqualTo(projects.scorings.getFirst().dataset());
        assertThat(projects.scorings).hasSize(2);
    }

    @Test
    void aVersionThatIsNotThereSaysSo() {
        visit(MODEL + "/9");

        assertThat(page()).contains("There is no model version \"9\" here.");
    }

    @Test
    void aVersionIsTakenIntoAComparisonByItsLink() {
        UI.getCurrent().navigate(MODEL + "/compare", com.vaadin.flow.router.QueryParameters.fromString("v=2,1"));

        assertThat(page()).contains("Version 2 is better than version 1", "Compared versions", "Why it alerts");
    }

    @Test
    void theReportHasSectionsInTheOrderOfImportance() {
        visit(MODEL + "/2");

        assertThat(page())
                .containsSubsequence(
                        "Outcome",
                        "What a threshold means",
                        "Explanation",
                        "Why it alerts",
                        "Calibration",
                        "How it was found");
    }

    @Test
    void theCardIsHandedOutAsAFile() {
        visit(MODEL + "/2");
        $(Tabs.class).single().setSelectedIndex(2);

        var out = new ByteArrayOutputStream();
        test($(Anchor.class).withText("as Markdown").single()).download(out);

        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("# Card fraud, EU");
    }
}
