package io.millwright.portal.ui.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.select.Select;
import io.millwright.portal.ui.ViewTest;
import io.millwright.portal.ui.world.Stories;
import io.millwright.portal.ui.world.World;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GalleryTest extends ViewTest {

    @Override
    protected void tell(World world) {
        Stories.images(world);
    }

    @BeforeEach
    void look() {
        visit("t/acme/datasets/" + World.id("Surfaces") + "/1");
    }

    @Test
    void imagesComeAPageAtATime() {
        assertThat(page()).contains("1 to 24 of 60 images");
        assertThat(pictures()).hasSize(24).first().asString().contains("casting00.png", "hole · train");

        turn();

        assertThat(page()).contains("25 to 48 of 60 images");
        assertThat(pictures()).first().asString().contains("casting24.png");
    }

    @Test
    void aPartAndALabelLeaveTheOthersOut() {
        choose("Part", "test");
        assertThat(page()).contains("1 to 20 of 20 images");

        choose("Label", "hole");

        assertThat(page()).contains("1 to 6 of 6 images");
        assertThat(pictures()).hasSize(6).allSatisfy(words -> assertThat(words).contains("hole · test"));

        choose("Part", null);
        assertThat(page()).contains("1 to 20 of 20 images");
        assertThat(pictures()).allSatisfy(words -> assertThat(words).contains("hole"));
    }

    @Test
    void aFilterBeginsAtTheFirstPageAgain() {
        turn();

        choose("Label", "good");

        assertThat(page()).contains("1 to 24 of 40 images");
    }

    /** The table of rows below has such a button, too. */
    private void turn() {
        test($(Button.class).withText("Next").first()).click();
    }

    private void choose(String filter, @Nullable String value) {
        @SuppressWarnings("unchecked")
        Select<String> select = $(Select.class).withLabel(filter).single();
        select.setValue(value);
    }

    private List<String> pictures() {
        return $(Image.class).all().stream()
                .map(image -> image.getAlt().orElse(""))
                .toList();
    }
}
