package io.millwright.portal.ui.marketplace;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import io.millwright.plugins.api.ColumnRole;
import io.millwright.plugins.api.OptionSpec;
import io.millwright.plugins.host.Installation;
import io.millwright.plugins.host.Installations;
import io.millwright.plugins.host.Marketplace;
import io.millwright.plugins.host.TemplateVersion;
import io.millwright.portal.security.SignedIn;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.Chip;
import io.millwright.portal.ui.kit.Chip.Tone;
import io.millwright.portal.ui.kit.Crumb;
import io.millwright.portal.ui.kit.DataTable;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Facts;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.portal.ui.kit.Head;
import io.millwright.portal.ui.kit.Note;
import io.millwright.portal.ui.kit.Notices;
import io.millwright.portal.ui.kit.TenantPage;
import io.millwright.portal.ui.kit.Visit;
import io.millwright.portal.ui.projects.ProjectsNavigation;
import io.millwright.portal.ui.shell.TenantLayout;
import io.millwright.tenancy.Role;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.stream.Collectors;

/** One template: what it does, what it needs, what it may, and the way to install it. */
@Route(value = "marketplace/:template", layout = TenantLayout.class)
@PermitAll
class TemplateView extends TenantPage {

    private final Marketplace marketplace;
    private final Installations installations;

    TemplateView(SignedIn signedIn, Marketplace marketplace, Installations installations) {
        super(signedIn);
        this.marketplace = marketplace;
        this.installations = installations;
    }

    @Override
    protected void show(Visit visit) {
        var offered = marketplace.newest(visit.part("template"));
        var installed = installations.find(caller(), offered.id());
        var template = offered.descriptor();
        name(template.name(), new Crumb(tr("nav.marketplace"), MarketplaceNavigation.list(tenant())));
        add(head(offered, installed));
        if (!offered.missingEngines().isEmpty()) {
            var engines = offered.missingEngines().stream()
                    .map(engine -> engine.name() + " " + engine.version())
                    .collect(Collectors.joining(", "));
            add(new Note(Tone.WARN, tr("template.engines.missing", engines)));
        }
        var what = new Card(tr("template.what"));
        template.description().lines().filter(line -> !line.isBlank()).forEach(line -> what.add(El.p(line.strip())));
        var left = El.div("mw-stack", what, needs(offered), settings(offered));
        var may = new Card(tr("template.may"), new RightsList(template));
        add(El.div("mw-side", left, El.div("mw-stack", may, facts(offered), versions(offered))));
    }

    private Head head(TemplateVersion offered, Optional<Installation> installed) {
        var template = offered.descriptor();
        var head =
                new Head(template.name()).lede(template.summary()).chip(RightsList.signed(), RightsList.risk(template));
        installed.ifPresent(here -> head.chip(new Chip(Tone.ACCENT, tr("market.installed", here.version()))));
        if (installed.isEmpty()
                && caller().has(Role.ADMIN)
                && offered.missingEngines().isEmpty()) {
            head.act(Head.primary(
                    tr("template.install", template.version()),
                    () -> ConsentDialog.open(offered, tr("template.install", template.version()), consent -> {
                        installations.install(caller(), template.id(), template.version(), consent);
                        Notices.done(tr("template.installed", template.name()));
                        go(ProjectsNavigation.begin(tenant()) + "?template=" + template.id());
                    })));
        } else if (installed.isPresent() && caller().has(Role.ENGINEER)) {
            head.act(Head.primary(
                    tr("template.use"), () -> go(ProjectsNavigation.begin(tenant()) + "?template=" + template.id())));
        } else if (installed.isEmpty() && !caller().has(Role.ADMIN)) {
            head.act(El.span("mw-faint", tr("template.install.who")));
        }
        return head;
    }

    private static Component needs(TemplateVersion offered) {
        var table = new DataTable<ColumnRole>(tr("template.needs"));
        table.column(
                tr("template.column"),
                role -> role.required()
                        ? El.strong(role.title())
                        : El.span("", El.text(role.title()), El.small(tr("template.optional"))));
        table.text(tr("template.means"), ColumnRole::description);
        table.text(tr("template.types"), role -> role.types().stream()
                .sorted()
                .map(type -> tr("type." + type.name()))
                .collect(Collectors.joining(", ")));
        table.rows(offered.descriptor().roles());
        return new Card(tr("template.needs"), table);
    }

    private static Component settings(TemplateVersion offered) {
        var table = new DataTable<OptionSpec>(tr("template.options"));
        table.column(tr("template.option"), option -> El.strong(option.title()));
        table.text(tr("template.means"), OptionSpec::description);
        table.text(tr("template.default"), OptionSpec::defaultValue).right();
        table.rows(offered.descriptor().options());
        return new Card(tr("template.options"), table);
    }

    private static Card facts(TemplateVersion offered) {
        return new Card(
                tr("template.facts"),
                new Facts()
                        .fact(tr("template.industry"), offered.descriptor().industry())
                        .fact(
                                tr("template.sample"),
                                tr(offered.hasSample() ? "template.sample.yes" : "template.sample.no"))
                        .fact(tr("template.size"), Formats.size(offered.size()))
                        .technical(tr("template.key"), offered.key())
                        .technical(tr("template.digest"), offered.digest()));
    }

    private Card versions(TemplateVersion offered) {
        var facts = new Facts().ends();
        marketplace
                .versions(offered.id())
                .forEach(version -> facts.fact(version.version(), Formats.size(version.size())));
        return new Card(tr("template.versions"), facts);
    }
}
