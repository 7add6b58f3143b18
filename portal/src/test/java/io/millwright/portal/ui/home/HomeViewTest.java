package io.millwright.portal.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import io.millwright.portal.ui.ViewTest;
import io.millwright.portal.ui.world.Stories;
import org.junit.jupiter.api.Test;

class HomeViewTest extends ViewTest {

    @Test
    void aNewcomerIsLedToTheFirstStep() {
        Stories.begin(world);
        signIn("acme-admin");

        visit("t/acme");

        assertThat(page()).contains("Welcome to Acme", "0 of 5 done", "Install a template");
        assertThat($(Anchor.class).withText("Open the marketplace").single().getHref())
                .isEqualTo("/t/acme/marketplace");
    }

    @Test
    void whoMayNotTakeAStepReadsWhoMay() {
        Stories.begin(world);

        visit("t/acme");

        assertThat(page()).contains("an administrator does this");
        assertThat($(Anchor.class).withText("Open the marketplace").exists()).isFalse();
    }

    @Test
    void afterAWeekTheFindingsComeFirst() {
        visit("t/acme");

        assertThat(page())
                .contains("2 jobs are under way, one model is ready", "Catches 68 % of fraudulent cards")
                .doesNotContain("Welcome");
    }
}
