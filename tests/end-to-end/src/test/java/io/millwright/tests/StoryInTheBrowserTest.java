package io.millwright.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * From an empty tenant to an exported audit log, as people do it, with pictures of every page on the way. The steps build on
 * each other.
 */
@Order(2)
@ExtendWith(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryInTheBrowserTest {

    private final Browser browser;

    @TempDir
    Path folder;

    private Person admin;
    private Person engineer;
    private String model = "";

    StoryInTheBrowserTest(World.Running world) {
        this.browser = new Browser(world);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    @Order(1)
    void a_newcomer_signs_in_and_is_shown_the_way() {
        var window = browser.window();
        window.navigate(browser.address("/"));
        window.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/sign-in.png")));
        admin = Person.signedIn(browser, "globex-admin", "globex");
        assertThat(admin.page().getByText("From sign-in to a result")).isVisible();
        admin.keeps("home-empty");
        for (var page : List.of("projects", "datasets", "models", "jobs")) {
            admin.goes("/" + page);
            admin.keeps(page + "-empty");
        }
    }

    @Test
    @Order(2)
    void the_administrator_installs_the_template_knowing_its_rights() {
        admin.goes("/marketplace");
        admin.keeps("marketplace");
        admin.goes("/marketplace/fraud-detection");
        admin.keeps("template");
        admin.installs("fraud-detection");
        admin.goes("/installations");
        admin.keeps("installations");
    }

    @Test
    @Order(3)
    void a_bad_file_is_refused_with_its_line_and_a_good_one_shows_its_profile() throws IOException {
        engineer = Person.signedIn(browser, "globex-engineer", "globex");
        var ragged = Files.writeString(folder.resolve("ragged.csv"), "a,b,c\n1,2,3\n4,5\n6,7,8\n");
        engineer.offers(ragged);
        assertThat(engineer.page().getByText(Pattern.compile("[Ll]ine 3"))).isVisible();
        engineer.keeps("bring-refused");

        engineer.brings(transactions());
        assertThat(engineer.page().getByText("terminal").first()).isVisible();
        engineer.keeps("dataset");
    }

    @Test
    @Order(4)
    void training_is_one_form_and_can_be_watched() {
        engineer.begins("Card fraud, online shop", "Fraud detection");
        assertThat(engineer.understood()).containsText("fraud");
        engineer.keeps("project");
        engineer.starts("Balanced");
        engineer.keeps("job-running");
        engineer.awaits(Person.MODEL);
        engineer.keeps("job");
        engineer.opensModel();
        model = engineer.page().url();
    }

    @Test
    @Order(5)
    void the_model_explains_itself() {
        assertThat(engineer.page().getByText("Train again like this")).isVisible();
        engineer.sees("mw-chart", "svg");
        engineer.keeps("model");
        for (var tab : engineer.page().getByRole(AriaRole.TAB).all()) {
            tab.click();
            browser.settled(engineer.page());
            engineer.keeps(
                    "model-" + tab.innerText().strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"));
        }
    }

    @Test
    @Order(6)
    void a_threshold_is_moved_with_the_keyboard_and_every_figure_follows() {
        engineer.page().navigate(model);
        browser.settled(engineer.page());
        var threshold = engineer.sees("mw-threshold", "svg");
        var slider = threshold.getByRole(AriaRole.SLIDER);
        var figures = threshold.locator("tbody tr td:last-child");
        var recommended = figures.allInnerTexts();
        var back = threshold.getByRole(AriaRole.BUTTON);
        assertThat(back).isHidden();

        slider.press("Home");

        assertThat(figures.first()).not().hasText(recommended.getFirst());
        assertThat(figures.allInnerTexts()).hasSameSizeAs(recommended).doesNotContainSequence(recommended);
        assertThat(threshold.getByText("recommended " + recommended.getFirst()).first())
                .isVisible();
        assertThat(slider).hasAttribute("aria-valuetext", Pattern.compile("Threshold .*"));
        assertThat(axis(threshold)).as("each figure at the axis differs").doesNotHaveDuplicates();

        back.click();

        assertThat(figures).hasText(recommended.toArray(String[]::new));
        assertThat(back).isHidden();
    }

    /** What stands below the curves, from left to right. */
    private static List<String> axis(Locator threshold) {
        var low = threshold.locator("svg text").all().stream()
                .mapToDouble(text -> text.boundingBox().y)
                .max()
                .orElseThrow();
        var figures = threshold.locator("svg text").all().stream()
                .filter(text -> text.boundingBox().y > low - 3)
                .map(Locator::innerHTML)
                .toList();
        assertThat(figures).as("figures at the axis").hasSizeGreaterThan(2);
        return figures;
    }

    @Test
    @Order(7)
    void a_file_is_scored_with_it() throws IOException {
        engineer.page().navigate(model);
        browser.settled(engineer.page());
        engineer.scores("card-transactions");
        assertThat(engineer.page().getByText("score").first()).isVisible();
        engineer.keeps("scored");
        assertThat(engineer.downloads(folder)).contains("score");
        for (var page : List.of("", "/projects", "/datasets", "/models", "/jobs")) {
            engineer.goes(page);
            engineer.keeps(page.isEmpty() ? "home" : page.substring(1));
        }
    }

    @Test
    @Order(8)
    void the_administrator_sees_people_use_and_the_record_and_exports_it() throws IOException {
        for (var page : List.of("members", "usage", "audit")) {
            admin.goes("/" + page);
            admin.keeps(page);
        }
        admin.presses("^Export a period$");
        var dialog = admin.dialog();
        var export = dialog.locator("a[download], vaadin-button:has-text('Export'), a:has-text('Export')")
                .last();
        var download = admin.page().waitForDownload(export::click);
        var zip = folder.resolve("audit.zip");
        download.saveAs(zip);
        try (var entries = new ZipFile(zip.toFile())) {
            assertThat(entries.stream().map(entry -> entry.getName()).toList())
                    .anySatisfy(name -> assertThat(name).endsWith(".jsonl"))
                    .anySatisfy(name -> assertThat(name).endsWith(".csv"));
        }
    }

    @Test
    @Order(9)
    void the_operator_sees_tenants_and_the_cluster() {
        var operator = browser.as("operator", "/operator/tenants");
        browser.keep(operator, "operator-tenants");
        for (var page : List.of("cluster", "marketplace", "audit")) {
            browser.open(operator, "/operator/" + page);
            browser.keep(operator, "operator-" + page);
        }
    }

    @Test
    @Order(10)
    void another_tenants_pages_are_not_there() {
        browser.open(engineer.page(), "/t/acme/datasets");
        assertThat(engineer.page().locator("body")).not().containsText("Card fraud");
        engineer.keeps("not-found");
    }

    /** Simulated ones, or a file of one's own: {@code MILLWRIGHT_STORY_FILE=<path>}. */
    private Path transactions() throws IOException {
        var given = System.getenv("MILLWRIGHT_STORY_FILE");
        return given == null ? Transactions.write(folder.resolve("card-transactions.csv")) : Path.of(given);
    }
}
