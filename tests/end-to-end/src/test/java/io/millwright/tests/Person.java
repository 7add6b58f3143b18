package io.millwright.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Somebody before the portal: what people do there with any template, page by page.
 *
 * @param tenant where they work
 */
record Person(Browser browser, Page page, String tenant) {

    /** For what the cluster does: also on a machine that is busy with other things. */
    private static final double WORK = 240_000;

    /** What the page of a job offers in the end. */
    static final String MODEL = "^Open model version";

    private static final String RESULT = "^Open the result$";

    static Person signedIn(Browser browser, String user, String tenant) {
        return new Person(browser, browser.as(user, "/t/" + tenant), tenant);
    }

    void goes(String path) {
        browser.open(page, "/t/" + tenant + path);
    }

    /** Keeps pictures of the page as it stands. */
    void keeps(String name) {
        browser.keep(page, name);
    }

    /** Installs a template with the rights it asks for, unless that was done before. */
    void installs(String template) {
        goes("/marketplace/" + template);
        var act = named("^(Install |Begin a project$)").first();
        act.waitFor();
        if (act.innerText().equals("Begin a project")) {
            return;
        }
        act.click();
        var dialog = dialog();
        keeps("consent-" + template);
        for (var box : dialog.getByRole(AriaRole.CHECKBOX).all()) {
            box.check();
        }
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Install ")))
                .click();
        assertThat(page.getByText(Pattern.compile("is installed"))).isVisible();
    }

    void offers(Path file) {
        goes("/datasets/bring");
        page.locator("vaadin-upload input[type=file]").setInputFiles(file);
    }

    /** Brings a file and waits for the page that shows what is in it. */
    void brings(Path file) {
        offers(file);
        arrives(".*/datasets/[0-9a-f-]{36}/\\d+$");
    }

    /** From the page of some data to a new project that has chosen them. */
    void begins(String name, String template) {
        presses("^Train with it$");
        arrives(".*/projects\\?dataset=.*");
        presses("^New project$");
        arrives(".*/projects/new\\?.*");
        page.getByLabel("Name").first().fill(name);
        page.locator("vaadin-select").click();
        page.getByRole(AriaRole.OPTION, new GetByRoleOptions().setName(Pattern.compile("^" + template)))
                .click();
        presses("^Begin$");
        arrives(".*/projects/[0-9a-f-]{36}.*");
    }

    /** What the template made of the chosen data, as soon as it has looked. */
    Locator understood() {
        var task = page.locator(".mw-task");
        assertThat(task).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(WORK));
        return page.locator(".mw-look");
    }

    /** Trains with an effort, waits, and opens the model. */
    void trains(String effort) {
        starts(effort);
        awaits(MODEL);
        opensModel();
    }

    void starts(String effort) {
        page.getByRole(AriaRole.RADIO, new GetByRoleOptions().setName(Pattern.compile("^" + effort)))
                .check();
        presses("^Train$");
        arrives(".*/jobs/[0-9a-f-]{36}.*");
    }

    void opensModel() {
        presses(MODEL);
        arrives(".*/models/[0-9a-f-]{36}/\\d+.*");
    }

    /** Scores data with the model whose page is open, waits, and opens the result. */
    void scores(String data) {
        presses("^Score a file$");
        var dialog = dialog();
        var choice = dialog.getByRole(AriaRole.COMBOBOX).first();
        choice.fill(data);
        page.locator("vaadin-combo-box-item")
                .filter(new Locator.FilterOptions().setHasText(data))
                .first()
                .click();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Score$")))
                .click();
        arrives(".*/jobs/[0-9a-f-]{36}.*");
        awaits(RESULT);
        presses(RESULT);
        arrives(".*/datasets/.*");
    }

    /** The text of the result whose page is open. */
    String downloads(Path folder) throws IOException {
        var download = page.waitForDownload(() -> presses("^Download$"));
        var file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        return Files.readString(file);
    }

    /** Sees the first chart of a sort that has drawn such a thing, wherever on the page it is. */
    Locator sees(String chart, String drawn) {
        var found = page.locator(chart).filter(new Locator.FilterOptions().setHas(page.locator(drawn)));
        // Some draw themselves only when they come near the window.
        page.locator(chart).first().scrollIntoViewIfNeeded();
        found.first().scrollIntoViewIfNeeded();
        assertThat(found.first().locator(drawn).first()).isVisible();
        return found.first();
    }

    void presses(String name) {
        named(name).first().click();
    }

    void arrives(String address) {
        page.waitForURL(Pattern.compile(address));
        browser.settled(page);
    }

    /** Waits for what the page of a job offers in the end. */
    void awaits(String name) {
        assertThat(named(name)).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(WORK));
    }

    /** A button or a link: to people they are one. */
    private Locator named(String name) {
        var wanted = Pattern.compile(name);
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(wanted))
                .or(page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(wanted)));
    }

    Locator dialog() {
        var dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.BUTTON).first().waitFor();
        return dialog;
    }
}
