package io.millwright.portal.ui.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import io.millwright.portal.ui.ViewTest;
import io.millwright.portal.ui.kit.Spark;
import io.millwright.portal.ui.world.Stories;
import io.millwright.portal.ui.world.World;
import org.junit.jupiter.api.Test;

class DatasetViewsTest extends ViewTest {

    private static final String DATA = "t/acme/datasets/" + World.id("Card transactions");

    @Test
    void aTableShowsItsProfileRowsVersionsAndUses() {
        visit(DATA + "/2");

        assertThat(page())
                .contains(
                        "404,408 rows and 7 columns. One column has missing values.",
                        "TX_AMOUNT",
                        "moment",
                        "missing",
                        "Card fraud, EU, version 2");
        assertThat($(Spark.class).all()).hasSize(7);
    }

    @Test
    void columnsAreSortedByWhatOneAsksFor() {
        visit(DATA + "/2");
        assertThat(page()).containsSubsequence("distribution", "TRANSACTION_ID", "TX_AMOUNT", "COUNTRY", "TX_FRAUD");

        test($(NativeButton.class).withText("missing").single()).click();
        assertThat(page()).containsSubsequence("distribution", "TRANSACTION_ID", "TX_FRAUD", "COUNTRY");
        test($(NativeButton.class).withText("missing").single()).click();

        assertThat(page()).containsSubsequence("distribution", "COUNTRY", "TRANSACTION_ID", "TX_FRAUD");
    }

    @Test
    void aScoredTableShowsTheHighestScoresFirstWithReasons() {
        visit("t/acme/datasets/" + World.id("Card fraud, EU scored") + "/1");

        assertThat(page())
                .contains("Highest scores", "0.935", "terminal 17 had 12 frauds", "1 to 12 of")
                .doesNotContain("terminal 30 had 12 frauds");

        assertThat(offers("Train with it")).isFalse();

        press("Next");
        assertThat(page()).contains("13 to 24 of").doesNotContain("terminal 17 had 12 frauds");

        press("Back");
        assertThat(page()).contains("1 to 12 of", "terminal 17 had 12 frauds");
    }

    @Test
    void deletingNeedsTheNameTyped() {
        visit(DATA + "/2");

        press("Delete");
        type($(TextField.class).withLabelContaining("to go on").single(), "Card transactions");
        press("Delete");

        assertThat(page()).contains("Card transactions is deleted.", "One set of data");
    }

    @Test
    void anEmptyCatalogueSaysWhatToDo() {
        Stories.begin(world);
        visit("t/acme/datasets");

        assertThat(page()).contains("No data yet", "Bring the first file");
    }

    @Test
    void onlyEngineersBringData() {
        signIn("acme-approver");
        visit("t/acme/datasets/bring");

        assertThat(page()).contains("This needs the role Engineer");
    }
}
