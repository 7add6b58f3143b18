package io.millwright.portal.ui.shell;

import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import io.millwright.portal.ui.kit.Texts;
import java.util.List;

/** The places of a frame's side navigation. */
final class Navigation {

    /** A place: the key of its name, its address, and whether pages below it belong to it. */
    record Place(String key, String href, boolean nested) {}

    private Navigation() {}

    /** @param key of the group's name, empty for the first group, which needs none */
    static SideNav group(String key, List<Place> places) {
        var nav = key.isEmpty() ? new SideNav() : new SideNav(Texts.tr(key));
        for (var place : places) {
            var item = new SideNavItem(Texts.tr(place.key()), place.href());
            item.setMatchNested(place.nested());
            nav.addItem(item);
        }
        if (key.isEmpty()) {
            nav.getElement().setAttribute("aria-label", Texts.tr("nav.daily"));
        }
        return nav;
    }
}
