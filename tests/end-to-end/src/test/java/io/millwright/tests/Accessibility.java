package io.millwright.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What axe-core finds wrong with a page for people who see little, use a keyboard or have it read to them: nothing grave. */
final class Accessibility {

    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final String SCRIPT = script();

    /**
     * The rules of WCAG 2.2 AA, as {id, impact, help, where} of each that is broken. What scrolls within Vaadin's tabs and frame
     * is not ours to mend; browsers let keyboards scroll it.
     */
    private static final String LOOK = """
            async () => {
              // What lies behind a dialog is veiled and out of reach until it closes.
              const shown = document.querySelector('vaadin-dialog[opened]') ?? document;
              const found = await axe.run(shown, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
              const theirs = { 'aria-required-children': 'vaadin-tabs', 'scrollable-region-focusable': 'vaadin-app-layout' };
              const ours = ({ id, nodes }) => !nodes.every(({ target }) => theirs[id] && [target[0]].flat()[0].startsWith(theirs[id]));
              return found.violations.filter(ours).map((broken) => ({
                id: broken.id, impact: broken.impact, help: broken.help,
                where: broken.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | '),
              }));
            }""";

    private Accessibility() {}

    /** Fails when the page as it stands breaks a rule gravely. */
    static void check(Page page, String name) {
        page.evaluate(SCRIPT);
        var broken = ((List<?>) page.evaluate(LOOK))
                .stream()
                        .map(found -> (Map<?, ?>) found)
                        .filter(found -> GRAVE.contains(found.get("impact")))
                        .map(found -> "%s (%s): %s".formatted(found.get("help"), found.get("id"), found.get("where")))
                        .toList();
        assertThat(broken).as("what is hard to use on the page " + name).isEmpty();
    }

    private static String script() {
        try (var script = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            var text = Objects.requireNonNull(script, "axe-core is not on the class path")
                    .readAllBytes();
            // What the script returns is of no use here, and may be too large to hand over.
            return new String(text, StandardCharsets.UTF_8) + "; undefined";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
