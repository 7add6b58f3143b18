package io.millwright.portal.ui.marketplace;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import io.millwright.plugins.host.Installation;
import io.millwright.plugins.host.Installations;
import io.millwright.plugins.host.Marketplace;
import io.millwright.plugins.host.TemplateVersion;
import io.millwright.portal.security.SignedIn;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.Chip;
import io.millwright.portal.ui.kit.Chip.Tone;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Empty;
import io.millwright.portal.ui.kit.Head;
import io.millwright.portal.ui.kit.TenantPage;
import io.millwright.portal.ui.kit.Visit;
import io.millwright.portal.ui.shell.TenantLayout;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The templates on offer. */
@Route(value = "marketplace", layout = TenantLayout.class)
@PermitAll
class MarketplaceView extends TenantPage {

    private final Marketplace marketplace;
    private final Installations installations;

    MarketplaceView(SignedIn signedIn, Marketplace marketplace, Installations installations) {
        super(signedIn);
        this.marketplace = marketplace;
        this.installations = installations;
    }

    @Override
    protected void show(Visit visit) {
        name(tr("nav.marketplace"));
        var installed = installations.list(caller()).stream()
                .collect(Collectors.toMap(Installation::template, one -> one, (first, second) -> first));
        var cards = El.div("mw-cards");
        var search = new TextField();
        search.setPlaceholder(tr("market.search"));
        search.setAriaLabel(tr("market.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValue(visit.query("q"));
        search.addValueChangeListener(change -> {
            remember(Map.of("q", change.getValue()));
            fill(cards, change.getValue(), installed);
        });
        add(new Head(tr("market.title")).lede(tr("market.lede")), El.div("mw-filters", search), cards);
        fill(cards, search.getValue(), installed);
    }

    private void fill(Div cards, String search, Map<String, Installation> installed) {
        cards.removeAll();
        var words = search.toLowerCase(Locale.ROOT);
        marketplace.newest().stream()
                .filter(template -> (template.descriptor().name()
                                + template.descriptor().industry()
                                + template.descriptor().summary())
                        .toLowerCase(Locale.ROOT)
                        .contains(words))
                .forEach(template -> cards.add(card(template, installed)));
        if (cards.getComponentCount() == 0) {
            cards.add(new Empty(tr("market.none"), tr(words.isEmpty() ? "market.none.offer" : "market.none.search")));
        }
    }

    private Component card(TemplateVersion offered, Map<String, Installation> installed) {
        var template = offered.descriptor();
        var here = installed.get(template.id());
        var card = new Card();
        var state = here == null
                ? El.span("mw-faint", tr("market.version", template.version()))
                : new Chip(Tone.GOOD, tr("market.installed", here.version()));
        card.add(
                El.div("mw-row mw-between", El.span("mw-faint", template.industry()), state),
                El.classed(
                        new H2(El.link(MarketplaceNavigation.template(tenant(), template.id()), template.name())),
                        "mw-card-title"),
                El.p("mw-muted", template.summary()),
                El.div("mw-row", RightsList.signed(), RightsList.risk(template)));
        return card;
    }
}
