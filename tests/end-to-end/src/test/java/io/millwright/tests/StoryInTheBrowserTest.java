package io.millwright.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private static final double TRAINING = 240_000;

    private final Browser browser;

    @TempDir
    Path folder;

    private Page admin;
    private Page engineer;
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
        admin = browser.as("globex-admin", "/t/globex");
        assertThat(admin.getByText("From sign-in to a result")).isVisible();
        browser.keep(admin, "home-empty");
        for (var page : List.of("projects", "datasets", "models", "jobs")) {
            browser.open(admin, "/t/globex/" + page);
            browser.keep(admin, page + "-empty");
        }
    }

    @Test
    @Order(2)
    void the_administrator_installs_the_template_knowing_its_rights() {
        browser.open(admin, "/t/globex/marketplace");
        browser.keep(admin, "marketplace");
        browser.open(admin, "/t/globex/marketplace/fraud-detection");
        browser.keep(admin, "template");
        button(admin, Pattern.compile("^Install ")).first().click();
        var dialog = admin.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.BUTTON).first().waitFor();
        admin.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/consent.png")));
        var agree = dialog.getByRole(AriaRole.CHECKBOX);
        for (var box : agree.all()) {
            box.check();
        }
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Install ")))
                .click();
        assertThat(admin.getByText(Pattern.compile("is installed"))).isVisible();
        browser.open(admin, "/t/globex/installations");
        browser.keep(admin, "installations");
    }

    @Test
    @Order(3)
    void a_bad_file_is_refused_with_its_line_and_a_good_one_shows_its_profile() throws IOException {
        engineer = browser.as("globex-engineer", "/t/globex/datasets/bring");
        var ragged = Files.writeString(folder.resolve("ragged.csv"), "a,b,c\n1,2,3\n4,5\n6,7,8\n");
        engineer.locator("vaadin-upload input[type=file]").setInputFiles(ragged);
        assertThat(engineer.getByText(Pattern.compile("[Ll]ine 3"))).isVisible();
        browser.keep(engineer, "bring-refused");

        browser.open(engineer, "/t/globex/datasets/bring");
        engineer.locator("vaadin-upload input[type=file]").setInputFiles(transactions());
        engineer.waitForURL(Pattern.compile(".*/datasets/[0-9a-f-]{36}/1$"));
        browser.settled(engineer);
        assertThat(engineer.getByText("terminal").first()).isVisible();
        browser.keep(engineer, "dataset");
    }

    @Test
    @Order(4)
    void training_is_one_form_and_can_be_watched() {
        browser.open(engineer, "/t/globex/projects/new?template=fraud-detection");
        browser.keep(engineer, "project-new");
        engineer.getByLabel("Name").first().fill("Card fraud, online shop");
        button(engineer, Pattern.compile("^Begin$")).click();
        engineer.waitForURL(Pattern.compile(".*/projects/[0-9a-f-]{36}.*"));
        browser.settled(engineer);
        browser.keep(engineer, "project");
        button(engineer, Pattern.compile("^Train$")).click();
        engineer.waitForURL(Pattern.compile(".*/jobs/[0-9a-f-]{36}.*"));
        browser.settled(engineer);
        browser.keep(engineer, "job-running");
        var open = button(engineer, Pattern.compile("Open model version"));
        assertThat(open).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(TRAINING));
        browser.keep(engineer, "job");
        open.click();
        engineer.waitForURL(Pattern.compile(".*/models/[0-9a-f-]{36}/1.*"));
        browser.settled(engineer);
        model = engineer.url();
    }

    @Test
    @Order(5)
    void the_model_explains_itself() {
        assertThat(engineer.getByText("Train again like this")).isVisible();
        assertThat(engineer.locator("mw-chart").first()).isVisible();
        browser.keep(engineer, "model");
        for (var tab : engineer.getByRole(AriaRole.TAB).all()) {
            tab.click();
            browser.settled(engineer);
            browser.keep(
                    engineer, "model-" + tab.innerText().strip().toLowerCase().replaceAll("[^a-z]+", "-"));
        }
    }

    @Test
    @Order(6)
    void a_file_is_scored_with_it() {
        engineer.navigate(model);
        browser.settled(engineer);
        button(engineer, Pattern.compile("Score a file")).click();
        var dialog = engineer.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.BUTTON).first().waitFor();
        dialog.getByRole(AriaRole.COMBOBOX).first().click();
        engineer.getByRole(AriaRole.OPTION).first().click();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Score$")))
                .click();
        engineer.waitForURL(Pattern.compile(".*/jobs/[0-9a-f-]{36}.*"));
        var open = button(engineer, Pattern.compile("Open the result"));
        assertThat(open).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(TRAINING));
        open.click();
        engineer.waitForURL(Pattern.compile(".*/datasets/.*"));
        browser.settled(engineer);
        assertThat(engineer.getByText("score").first()).isVisible();
        browser.keep(engineer, "scored");
        for (var page : List.of("", "/projects", "/datasets", "/models", "/jobs")) {
            browser.open(engineer, "/t/globex" + page);
            browser.keep(engineer, page.isEmpty() ? "home" : page.substring(1));
        }
    }

    @Test
    @Order(7)
    void the_administrator_sees_people_use_and_the_record_and_exports_it() throws IOException {
        for (var page : List.of("members", "usage", "audit")) {
            browser.open(admin, "/t/globex/" + page);
            browser.keep(admin, page);
        }
        button(admin, Pattern.compile("Export a period")).click();
        var dialog = admin.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.BUTTON).first().waitFor();
        var export = dialog.locator("a[download], vaadin-button:has-text('Export'), a:has-text('Export')")
                .last();
        var download = admin.waitForDownload(export::click);
        var zip = folder.resolve("audit.zip");
        download.saveAs(zip);
        try (var entries = new ZipFile(zip.toFile())) {
            assertThat(entries.stream().map(entry -> entry.getName()).toList())
                    .anySatisfy(name -> assertThat(name).endsWith(".jsonl"))
                    .anySatisfy(name -> assertThat(name).endsWith(".csv"));
        }
    }

    @Test
    @Order(8)
    void the_operator_sees_tenants_and_the_cluster() {
        var operator = browser.as("operator", "/operator/tenants");
        browser.keep(operator, "operator-tenants");
        for (var page : List.of("cluster", "marketplace", "audit")) {
            browser.open(operator, "/operator/" + page);
            browser.keep(operator, "operator-" + page);
        }
    }

    @Test
    @Order(9)
    void another_tenants_pages_are_not_there() {
        browser.open(engineer, "/t/acme/datasets");
        assertThat(engineer.locator("body")).not().containsText("Card fraud");
        browser.keep(engineer, "not-found");
    }

    /** Simulated ones, or a file of one's own: {@code MILLWRIGHT_STORY_FILE=<path>}. */
    private Path transactions() throws IOException {
        var given = System.getenv("MILLWRIGHT_STORY_FILE");
        return given == null ? Transactions.write(folder.resolve("card-transactions.csv")) : Path.of(given);
    }

    private static Locator button(Page page, Pattern name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name))
                .or(page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name)));
    }
}
