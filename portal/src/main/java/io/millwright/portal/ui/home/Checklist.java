package io.millwright.portal.ui.home;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import io.millwright.portal.ui.datasets.DatasetsNavigation;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.marketplace.MarketplaceNavigation;
import io.millwright.portal.ui.models.ModelsNavigation;
import io.millwright.portal.ui.projects.ProjectsNavigation;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Role;

/** Five steps from signing in to a scored file, with the way to each. */
final class Checklist extends Div {

    private final OrderedList steps = new OrderedList();
    private boolean waitingForOne = true;

    Checklist(Caller caller, NewcomersPath path) {
        var tenant = caller.tenant();
        steps.addClassName("mw-check");
        step("install", path.installed(), MarketplaceNavigation.list(tenant), caller.has(Role.ADMIN));
        step("data", path.data(), DatasetsNavigation.bring(tenant), caller.has(Role.ENGINEER));
        step("train", path.trained(), ProjectsNavigation.list(tenant), caller.has(Role.ENGINEER));
        step("understand", path.model(), ModelsNavigation.list(tenant), true);
        step("score", path.scored(), ModelsNavigation.list(tenant), caller.has(Role.ENGINEER));
        add(new Card(tr("path.title"), steps).aside(tr("path.done", path.done())));
    }

    private void step(String key, boolean done, String href, boolean may) {
        var words = El.div("", El.strong(tr("path." + key)), El.small(tr("path." + key + ".what")));
        var item = new ListItem(words);
        if (done) {
            item.addClassName("done");
        } else if (waitingForOne) {
            item.addClassName("now");
            waitingForOne = false;
            item.add(may ? El.link(href, tr("path." + key + ".act")) : El.span("mw-faint", tr("path." + key + ".who")));
        }
        steps.add(item);
    }
}
