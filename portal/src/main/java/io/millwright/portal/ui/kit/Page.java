package io.millwright.portal.ui.kit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.millwright.tenancy.Caller;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A page: made anew from its address each time somebody comes to it, so that the address is the only truth. Subclasses find
 * out who calls and show what is there; what they throw becomes an error page.
 */
public abstract class Page extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private String title = "";
    private List<Crumb> crumbs = List.of();
    private String path = "";

    protected Page() {
        addClassName("mw-page");
        setId("content");
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        path = event.getLocation().getPath();
        arrive(new Visit(event));
        removeAll();
        show(new Visit(event));
    }

    /** Takes from the address whose page this is; refuses those who may not come. */
    protected abstract void arrive(Visit visit);

    /** Fills the page. */
    protected abstract void show(Visit visit);

    /**
     * Who calls, for which tenant. Found out anew each time, because a page stays open for hours and roles are taken away
     * meanwhile: whoever acts later is given this method, never what it returned.
     */
    protected abstract Caller caller();

    /** Names the page, for the browser's tab and the way at the top. */
    protected final void name(String name, Crumb... way) {
        title = name + " · Millwright";
        crumbs = new java.util.ArrayList<>(List.of(way));
        crumbs.add(new Crumb(name, ""));
    }

    public final List<Crumb> crumbs() {
        return crumbs;
    }

    @Override
    public final String getPageTitle() {
        return title;
    }

    /** Goes to another page of ours. */
    protected final void go(String href) {
        var query = href.indexOf('?');
        if (query < 0) {
            UI.getCurrent().navigate(href);
        } else {
            UI.getCurrent().navigate(href.substring(0, query), QueryParameters.fromString(href.substring(query + 1)));
        }
    }

    /** Writes what a filter says into the address, without a new visit; blank values are left out. */
    protected final void remember(Map<String, String> query) {
        var kept = new LinkedHashMap<String, String>();
        query.forEach((name, value) -> {
            if (!value.isBlank()) {
                kept.put(name, value);
            }
        });
        var location = new Location(path, QueryParameters.simple(kept));
        UI.getCurrent().getPage().getHistory().replaceState(null, location);
    }
}
