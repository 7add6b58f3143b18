package io.millwright.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Machines, sales and images from a file as it lies on a disk to a result that is taken along, as people do it: each template
 * once, with pictures of its pages. That of card fraud is {@link StoryInTheBrowserTest}.
 */
@Order(5)
@ExtendWith(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoryOfEveryTemplateInTheBrowserTest {

    private final Browser browser;

    @TempDir
    Path folder;

    private Person engineer;

    StoryOfEveryTemplateInTheBrowserTest(World.Running world) {
        this.browser = new Browser(world);
    }

    @BeforeAll
    void begin() {
        engineer = Person.signedIn(browser, "globex-engineer", "globex");
    }

    @AfterAll
    void close() {
        browser.close();
    }

    private void installed(String template) {
        var admin = Person.signedIn(browser, "globex-admin", "globex");
        admin.installs(template);
        admin.page().context().close();
    }

    @Test
    void machines_from_a_text_file_to_those_that_fail_next() throws IOException {
        installed("predictive-maintenance");
        engineer.brings(Engines.running(folder.resolve("engines-at-work.txt")));
        engineer.brings(Engines.failed(folder.resolve("engines.txt")));
        engineer.begins("Engines, test bench", "Predictive maintenance");
        assertThat(engineer.understood()).containsText("12 machines");
        engineer.keeps("machines-train");

        engineer.trains("Quick");

        var machines = engineer.sees("mw-fans", "svg");
        var first = machines.getByRole(AriaRole.HEADING).innerText();
        machines.getByRole(AriaRole.LISTBOX).press("ArrowDown");
        assertThat(machines.getByRole(AriaRole.HEADING)).not().hasText(first);
        engineer.sees("mw-chart", ".mw-hbars");
        engineer.keeps("machines-model");

        engineer.scores("engines-at-work");

        assertThat(engineer.page().getByText("remaining_life").first()).isVisible();
        engineer.keeps("machines-scored");
        assertThat(engineer.downloads(folder))
                .startsWith("row,column1,column2,remaining_life")
                .hasLineCount(1 + rows("engines-at-work.txt"));
    }

    @Test
    void sales_from_a_spreadsheet_to_what_will_be_sold() throws IOException {
        installed("demand-forecasting");
        engineer.brings(Sales.write(folder.resolve("sales.csv")));
        engineer.begins("Bakeries, daily", "Demand forecasting");
        assertThat(engineer.understood()).containsText("12 series");

        engineer.trains("Quick");

        var fans = engineer.sees("mw-fans", "svg");
        fans.getByRole(AriaRole.SEARCHBOX).fill("kuchen 4");
        assertThat(fans.getByRole(AriaRole.OPTION)).hasCount(1);
        assertThat(fans.getByRole(AriaRole.HEADING)).containsText("Kuchen");
        engineer.keeps("sales-model");

        engineer.scores("sales");

        assertThat(engineer.page().getByText("upper95").first()).isVisible();
        engineer.keeps("sales-scored");
        assertThat(engineer.downloads(folder)).contains("Filiale 4").contains("forecast");
    }

    @Test
    void images_from_a_zip_to_their_classes() throws IOException {
        installed("imaging");
        engineer.brings(Castings.write(folder.resolve("castings.zip"), 60));
        assertThat(engineer.page().locator(".mw-pictures img")).hasCount(24);
        assertThat(engineer.page().getByText("120 images").first()).isVisible();
        engineer.keeps("images-dataset");
        engineer.begins("Castings", "Image inspection");
        assertThat(engineer.understood()).containsText("hole");

        engineer.trains("Quick");

        engineer.sees("mw-confusion", "table");
        var pictures = engineer.sees("mw-gallery", "img");
        pictures.locator(".wall button").first().click();
        var large = pictures.getByRole(AriaRole.DIALOG);
        assertThat(large).isVisible();
        large.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Close$")))
                .click();
        engineer.keeps("images-model");

        engineer.scores("castings");

        assertThat(engineer.page().getByText("strangeness").first()).isVisible();
        engineer.keeps("images-scored");
        assertThat(engineer.downloads(folder)).contains("hole/surface7.png").hasLineCount(121);
    }

    private int rows(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file)).size();
    }
}
