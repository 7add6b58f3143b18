package io.millwright.tests;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A headless Chromium of the system's own, with one context per person, so that several are signed in at once. */
final class Browser implements AutoCloseable {

    private static final double PATIENCE = 20_000;
    private static final int HIGHEST = 8_000;
    private static final String HEIGHT = """
            () => {
              const content = document.querySelector('.mw-page');
              return content ? Math.ceil(content.getBoundingClientRect().height) + 80 : 0;
            }""";
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final World.Running world;

    Browser(World.Running world) {
        this.world = world;
        // Playwright would fetch browsers of its own; the system's serves
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(FLAGS));
    }

    /** A window of someone who is not signed in. */
    Page window() {
        var context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(1440, 950)
                .setLocale("en-GB")
                .setAcceptDownloads(true));
        context.setDefaultTimeout(PATIENCE);
        return context.newPage();
    }

    /** A window of a demo account, signed in through Keycloak's page, on an address of the portal. */
    Page as(String user, String path) {
        var page = window();
        page.navigate(world.portal() + path);
        page.locator("#username").fill(user);
        page.locator("#password").fill(user);
        page.locator("#kc-login").click();
        page.waitForURL(url -> url.startsWith(world.portal().toString()));
        settled(page);
        return page;
    }

    /** Goes to an address of the portal and waits until the server has nothing more to say about it. */
    void open(Page page, String path) {
        page.navigate(world.portal() + path);
        settled(page);
    }

    /** Waits until the view stands: its title is there and Flow is idle. */
    void settled(Page page) {
        page.locator("h1").first().waitFor();
        page.waitForFunction("() => !window.Vaadin || !window.Vaadin.Flow || !window.Vaadin.Flow.clients"
                + " || Object.values(window.Vaadin.Flow.clients).every(c => !c.isActive || !c.isActive())");
        page.locator("vaadin-connection-indicator[loading]")
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** Keeps pictures of the page as it stands: light, dark, and 360 pixels wide; fails where it is hard to use. */
    void keep(Page page, String name) {
        picture(page, name, ColorScheme.LIGHT, 1440, 950);
        picture(page, name + "-dark", ColorScheme.DARK, 1440, 950);
        picture(page, name + "-narrow", ColorScheme.LIGHT, 360, 800);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1440, 950);
    }

    private void picture(Page page, String name, ColorScheme scheme, int width, int height) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, height);
        settled(page);
        Accessibility.check(page, name);
        // The content scrolls inside its frame: a window as high as the content shows all of it
        var whole = ((Number) page.evaluate(HEIGHT)).intValue();
        if (whole > height) {
            page.setViewportSize(width, Math.min(whole, HIGHEST));
            settled(page);
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", name + ".png"))
                .setAnimations(com.microsoft.playwright.options.ScreenshotAnimations.DISABLED));
    }

    String address(String path) {
        return world.portal() + path;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    private static Path executable() {
        return List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "There is no Chromium. Install it (Debian: apt-get install chromium) and run the tests again."));
    }
}
