package io.millwright.portal.ui.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.textfield.TextField;
import io.millwright.portal.ui.ViewTest;
import io.millwright.portal.ui.kit.Spark;
import io.millwright.portal.ui.world.SeriesStory;
import io.millwright.portal.ui.world.Stories;
import io.millwright.portal.ui.world.World;
import org.junit.jupiter.api.Test;

class SeriesCardTest extends ViewTest {

    private static final String WIDE = "t/acme/datasets/" + World.id("Hourly load") + "/1";
    private static final String LONG = "t/acme/datasets/" + World.id("Shops by the day") + "/1";

    @Override
    protected void tell(World world) {
        Stories.week(world);
        SeriesStory.tell(world);
    }

    @Test
    void whatWasRecognisedIsToldInWords() {
        visit(LONG);

        assertThat(page())
                .containsSubsequence(
                        "Series",
                        "12 series",
                        "A series is named by shop, the time is in day.",
                        "Every day",
                        "2025-01-01 to 2025-12-31",
                        "80 steps have no figure");
        assertThat($(Spark.class).all().getFirst().getElement().getAttribute("values"))
                .as("broken where a value is missing")
                .contains("null");
    }

    @Test
    void rowsMayBeSeriesToo() {
        visit(WIDE);

        assertThat(page())
                .containsSubsequence(
                        "414 series",
                        "A row for each series, a column for each step. A series is named by V1.",
                        "Numbered steps",
                        "V2 to V961",
                        "No step is missing.",
                        "12 series over the same time");
    }

    @Test
    void hundredsOfColumnsAreShownInParts() {
        visit(WIDE);
        assertThat(page()).contains("columns 1 to 40 of 961", "40 of 961 are shown");

        press("Later columns");
        assertThat(page()).contains("columns 41 to 80 of 961");
        assertThat(header()).contains("V41 ", "V80 ").doesNotContain("V40 ", "V81 ");

        find().setValue(960);
        assertThat(page()).contains("columns 922 to 961 of 961");
        assertThat(header()).contains("V961 ");

        press("Show 40 more");
        assertThat(page()).contains("80 of 961 are shown");
    }

    @Test
    void aColumnIsFoundByItsName() {
        visit(WIDE);

        type(
                $(TextField.class)
                        .withCondition(field -> "Search columns".equals(field.getPlaceholder()))
                        .single(),
                "v77");

        assertThat(page()).doesNotContain("are shown").contains("V77 ", "V779 ");
    }

    @Test
    void aTableWithoutSeriesHasNoneShown() {
        visit("t/acme/datasets/" + World.id("Card transactions") + "/2");

        assertThat(page()).doesNotContain("Numbered steps", "frequency", "Find a column");
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Integer> find() {
        return $(ComboBox.class).single();
    }

    /** What stands above the rows. */
    private String header() {
        page();
        return $(NativeTableRow.class).all().stream()
                        .map(row -> row.getElement().getTextRecursively())
                        .filter(text -> text.startsWith("V") && text.length() > 100)
                        .findFirst()
                        .orElse("")
                        .replace("V", " V")
                + " ";
    }
}
