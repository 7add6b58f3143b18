package io.millwright.portal.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.RoutePrefix;
import com.vaadin.flow.server.VaadinSession;
import io.millwright.broker.JobFeed;
import io.millwright.broker.JobFilter;
import io.millwright.broker.JobKind;
import io.millwright.broker.JobState;
import io.millwright.broker.Jobs;
import io.millwright.portal.security.SignedIn;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Live;
import io.millwright.portal.ui.kit.Page;
import io.millwright.portal.ui.kit.Texts;
import io.millwright.portal.ui.shell.Navigation.Place;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Members.Membership;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.TenantId;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The frame around the pages of one tenant. */
@PermitAll
@RoutePrefix("t/:tenant")
public final class TenantLayout extends Frame {

    private static final JobFilter ACTIVE = new JobFilter(null, JobState.active(), Set.<JobKind>of(), "");

    private final SignedIn signedIn;
    private final Jobs jobs;
    private final JobFeed feed;
    private final PaletteItems items;
    private @Nullable TenantId shown;

    TenantLayout(SignedIn signedIn, PersonMenu person, Jobs jobs, JobFeed feed, PaletteItems items) {
        super(person);
        this.signedIn = signedIn;
        this.jobs = jobs;
        this.feed = feed;
        this.items = items;
    }

    @Override
    void arrived(AfterNavigationEvent event) {
        var tenant = event.getRouteParameters().get("tenant").orElse("");
        if (getContent() instanceof Page && (shown == null || !shown.value().equals(tenant))) {
            show(new TenantId(tenant));
        }
    }

    private void show(TenantId tenant) {
        var memberships = signedIn.memberships();
        var caller = signedIn.caller(tenant);
        shown = tenant;
        VaadinSession.getCurrent().setAttribute(LastTenant.KEY, tenant.value());
        drawer().removeAll();
        drawer().add(new TenantSwitch(memberships, tenant));
        groups(tenant, caller).forEach((key, places) -> drawer().add(Navigation.group(key, places)));
        drawer().add(El.div("mw-drawer-end", El.text(Texts.tr("shell.product"))));
        palette().offer(() -> items.of(caller, memberships, places(tenant, caller)));
        running(caller);
        Live.follow(running(), feed, caller, null, kind -> {
            if (kind != JobFeed.Kind.EVENTS) {
                running(caller);
            }
        });
    }

    private void running(Caller caller) {
        var count = jobs.list(caller, ACTIVE, null, 20).items().size();
        running().removeAll();
        if (count > 0) {
            running().add(El.link("t/" + caller.tenant() + "/jobs?state=running", Texts.tr("shell.running", count)));
        }
    }

    private static List<Place> places(TenantId tenant, Caller caller) {
        var all = new ArrayList<Place>();
        groups(tenant, caller).values().forEach(all::addAll);
        return all;
    }

    private static java.util.Map<String, List<Place>> groups(TenantId tenant, Caller caller) {
        var base = "t/" + tenant;
        var groups = new java.util.LinkedHashMap<String, List<Place>>();
        groups.put(
                "",
                List.of(
                        new Place("nav.home", base, false),
                        new Place("nav.projects", base + "/projects", true),
                        new Place("nav.datasets", base + "/datasets", true),
                        new Place("nav.models", base + "/models", true),
                        new Place("nav.jobs", base + "/jobs", true),
                        new Place("nav.marketplace", base + "/marketplace", true)));
        if (caller.has(Role.AUDITOR, Role.ADMIN)) {
            groups.put("nav.govern", List.of(new Place("nav.audit", base + "/audit", true)));
        }
        groups.put(
                "nav.administer",
                List.of(
                        new Place("nav.members", base + "/members", true),
                        new Place("nav.usage", base + "/usage", true),
                        new Place("nav.installations", base + "/installations", true)));
        return groups;
    }

    /** Opens a tenant's home. */
    static void open(Membership membership) {
        UI.getCurrent().navigate(href(membership));
    }

    static String href(Membership membership) {
        return membership.tenant().id().equals(TenantId.PLATFORM)
                ? "operator/tenants"
                : "t/" + membership.tenant().id();
    }

    static MillwrightException nowhere() {
        return MillwrightException.refused(
                "no-membership", Texts.tr("shell.nowhere"), Texts.tr("shell.nowhere.remedy"));
    }
}
