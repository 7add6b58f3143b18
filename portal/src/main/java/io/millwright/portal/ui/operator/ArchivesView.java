package io.millwright.portal.ui.operator;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import io.millwright.plugins.host.EnginePack;
import io.millwright.plugins.host.Marketplace;
import io.millwright.plugins.host.RefusedArchive;
import io.millwright.plugins.host.TemplateVersion;
import io.millwright.portal.security.SignedIn;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.DataTable;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.portal.ui.kit.Head;
import io.millwright.portal.ui.kit.OperatorPage;
import io.millwright.portal.ui.kit.Visit;
import io.millwright.portal.ui.shell.OperatorLayout;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** What lies in the folders of templates and engines: what was loaded, and what was refused, with the reason. */
@Route(value = "marketplace", layout = OperatorLayout.class)
@PermitAll
class ArchivesView extends OperatorPage {

    private final Marketplace marketplace;

    ArchivesView(SignedIn signedIn, Marketplace marketplace) {
        super(signedIn);
        this.marketplace = marketplace;
    }

    @Override
    protected void show(Visit visit) {
        name(tr("nav.operator.marketplace"));
        var refused = marketplace.refused(caller());
        add(new Head(tr("archives.title", marketplace.newest().size(), refused.size())).lede(tr("archives.lede")));
        if (!refused.isEmpty()) {
            add(new Card(tr("archives.refused"), refused(refused)));
        }
        add(new Card(tr("archives.templates"), templates()), new Card(tr("archives.engines"), engines()));
    }

    private static Component refused(List<RefusedArchive> refused) {
        var table = new DataTable<RefusedArchive>(tr("archives.refused"));
        table.column(tr("archives.file"), archive -> El.mono(archive.file()));
        table.text(tr("archives.reason"), RefusedArchive::reason);
        table.rows(refused);
        return table;
    }

    private Component templates() {
        var all = marketplace.newest().stream()
                .flatMap(newest -> marketplace.versions(newest.id()).stream())
                .toList();
        var table = new DataTable<TemplateVersion>(tr("archives.templates"));
        table.column(
                tr("installations.template"),
                one -> El.span("", El.strong(one.descriptor().name()), El.small(one.id())));
        table.text(tr("installations.version"), TemplateVersion::version).fit();
        table.column(tr("template.key"), one -> El.mono(one.key()));
        table.text(tr("template.size"), one -> Formats.size(one.size())).right();
        table.column(tr("template.digest"), one -> El.mono(one.digest().substring(0, 16) + "…"));
        table.rows(all);
        return table;
    }

    private Component engines() {
        var table = new DataTable<EnginePack>(tr("archives.engines"));
        table.column(tr("archives.engine"), engine -> El.strong(engine.title() + " " + engine.version()));
        table.text(tr("template.size"), engine -> Formats.size(engine.size())).right();
        table.column(tr("template.digest"), engine -> El.mono(engine.digest().substring(0, 16) + "…"));
        table.rows(marketplace.engines());
        return table;
    }
}
