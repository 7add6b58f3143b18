package io.millwright.portal.ui.installations;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.Route;
import io.millwright.plugins.host.Installation;
import io.millwright.plugins.host.Installations;
import io.millwright.plugins.host.Marketplace;
import io.millwright.portal.security.SignedIn;
import io.millwright.portal.ui.kit.Ask;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.DataTable;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Empty;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.portal.ui.kit.Head;
import io.millwright.portal.ui.kit.Notices;
import io.millwright.portal.ui.kit.TenantPage;
import io.millwright.portal.ui.kit.Visit;
import io.millwright.portal.ui.marketplace.ConsentDialog;
import io.millwright.portal.ui.marketplace.MarketplaceNavigation;
import io.millwright.portal.ui.shell.TenantLayout;
import io.millwright.tenancy.Role;
import jakarta.annotation.security.PermitAll;
import java.util.stream.Collectors;

/** What the tenant has installed, with what was agreed to. */
@Route(value = "installations", layout = TenantLayout.class)
@PermitAll
class InstallationsView extends TenantPage {

    private final Installations installations;
    private final Marketplace marketplace;

    InstallationsView(SignedIn signedIn, Installations installations, Marketplace marketplace) {
        super(signedIn);
        this.installations = installations;
        this.marketplace = marketplace;
    }

    @Override
    protected void show(Visit visit) {
        name(tr("nav.installations"));
        fill();
    }

    private void fill() {
        removeAll();
        var installed = installations.list(caller());
        add(new Head(tr("installations.title", installed.size()))
                .lede(tr("installations.lede"))
                .act(Head.plain(tr("installations.market"), () -> go(MarketplaceNavigation.list(tenant())))));
        if (installed.isEmpty()) {
            add(new Empty(
                    tr("installations.none"),
                    tr("installations.none.what"),
                    Head.primary(tr("installations.market"), () -> go(MarketplaceNavigation.list(tenant())))));
            return;
        }
        var table = new DataTable<Installation>(tr("nav.installations"));
        table.column(
                        tr("installations.template"),
                        one -> El.span(
                                "",
                                El.mainLink(
                                        MarketplaceNavigation.template(tenant(), one.template()),
                                        one.descriptor().name()),
                                El.small(one.descriptor().industry())))
                .sortable(one -> one.descriptor().name());
        table.text(tr("installations.version"), Installation::version).fit();
        table.text(
                tr("installations.agreed"),
                one -> one.consent().isEmpty()
                        ? tr("installations.agreed.none")
                        : one.consent().stream()
                                .sorted()
                                .map(right -> tr("right." + right.name()))
                                .collect(Collectors.joining(", ")));
        table.column(
                tr("installations.by"),
                one -> El.span("", El.text(one.installedBy()), El.small(Formats.when(one.installedAt()))));
        table.text(tr("installations.projects"), one -> Formats.count(one.projects()))
                .right();
        if (caller().has(Role.ADMIN)) {
            table.column("", this::acts).fit();
        }
        table.rows(installed);
        add(Card.around(table));
    }

    private Component acts(Installation one) {
        var acts = El.div("mw-row");
        var newest = marketplace.newest(one.template());
        if (!newest.version().equals(one.version())) {
            acts.add(small(
                    tr("installations.change", newest.version()),
                    () -> ConsentDialog.open(newest, tr("installations.change", newest.version()), consent -> {
                        installations.changeVersion(caller(), one.id(), newest.version(), consent);
                        fill();
                    })));
        }
        acts.add(small(
                tr("installations.remove"),
                () -> Ask.confirm(
                        tr("installations.remove.title", one.descriptor().name()),
                        tr("installations.remove.what"),
                        tr("installations.remove"),
                        () -> {
                            installations.uninstall(caller(), one.id());
                            Notices.done(
                                    tr("installations.removed", one.descriptor().name()));
                            fill();
                        })));
        return acts;
    }

    private static Button small(String text, Runnable act) {
        var button = new Button(text, click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }
}
