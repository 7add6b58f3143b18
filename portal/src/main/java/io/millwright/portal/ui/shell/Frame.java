package io.millwright.portal.ui.shell;

import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import io.millwright.portal.ui.kit.Crumb;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Page;
import io.millwright.portal.ui.kit.Texts;
import java.util.List;

/** Side navigation, the line at the top, and the page between them. */
abstract class Frame extends AppLayout implements AfterNavigationObserver {

    private final Div drawer = El.div("mw-drawer");
    private final Nav crumbs = new Nav();
    private final Div running = El.div("");
    private final Palette palette = new Palette();

    Frame(PersonMenu person) {
        setPrimarySection(Section.DRAWER);
        var toggle = new DrawerToggle();
        toggle.setAriaLabel(Texts.tr("shell.menu"));
        crumbs.addClassName("mw-crumbs");
        crumbs.getElement().setAttribute("aria-label", Texts.tr("shell.way"));
        var skip = new Anchor("#content", Texts.tr("shell.skip"));
        skip.addClassName("mw-skip");
        skip.setRouterIgnore(true);
        addToNavbar(El.div("mw-top", skip, toggle, crumbs, running, palette.opener(), person.button()), palette);
        addToDrawer(drawer);
    }

    final Div drawer() {
        return drawer;
    }

    final Div running() {
        return running;
    }

    final Palette palette() {
        return palette;
    }

    @Override
    public final void afterNavigation(AfterNavigationEvent event) {
        crumbs.removeAll();
        if (getContent() instanceof Page page) {
            show(page.crumbs());
        }
        arrived(event);
    }

    /** Called when another page was opened within this frame. */
    abstract void arrived(AfterNavigationEvent event);

    private void show(List<Crumb> way) {
        for (var crumb : way) {
            if (crumbs.getChildren().findAny().isPresent()) {
                crumbs.add(El.span("", "›"));
            }
            if (crumb.href().isEmpty()) {
                var here = El.span("", crumb.title());
                here.getElement().setAttribute("aria-current", "page");
                crumbs.add(here);
            } else {
                crumbs.add(El.link(crumb.href(), crumb.title()));
            }
        }
    }
}
