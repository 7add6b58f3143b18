package io.millwright.portal.ui.usage;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.router.Route;
import io.millwright.portal.security.SignedIn;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.ChartView;
import io.millwright.portal.ui.kit.DataTable;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Empty;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.portal.ui.kit.Head;
import io.millwright.portal.ui.kit.Json;
import io.millwright.portal.ui.kit.Spark;
import io.millwright.portal.ui.kit.TenantPage;
import io.millwright.portal.ui.kit.Tile;
import io.millwright.portal.ui.kit.Visit;
import io.millwright.portal.ui.shell.TenantLayout;
import jakarta.annotation.security.PermitAll;
import java.util.Map;

/** What the tenant has used in the last thirty days, and on what. */
@Route(value = "usage", layout = TenantLayout.class)
@PermitAll
class UsageView extends TenantPage {

    private final UsageSums sums;

    UsageView(SignedIn signedIn, UsageSums sums) {
        super(signedIn);
        this.sums = sums;
    }

    @Override
    protected void show(Visit visit) {
        name(tr("nav.usage"));
        var used = sums.of(caller());
        add(new Head(tr("usage.title", used.money(used.amount()), UsageSums.DAYS))
                .lede(tr("usage.lede", used.jobs(), used.failed())));
        if (used.jobs() == 0) {
            add(new Empty(tr("usage.none"), tr("usage.none.what")));
            return;
        }
        add(El.div(
                "mw-tiles",
                new Tile(used.money(used.amount()), tr("usage.cost")).explained(tr("usage.cost.what")),
                new Tile(Formats.figure(used.cpuSeconds() / 3600, "h"), tr("usage.cpu"))
                        .explained(tr("usage.cpu.what")),
                new Tile(Formats.figure(used.gpuSeconds() / 3600, "h"), tr("usage.gpu")),
                new Tile(Formats.count(used.jobs()), tr("usage.jobs")),
                new Tile(Formats.size(used.storedBytes()), tr("usage.stored", used.datasets()))));
        var days = Spark.bars(used.perDay(), tr("usage.days.label", UsageSums.DAYS));
        days.setWidth("100%");
        days.setHeight("120px");
        var bars = used.perProject().entrySet().stream()
                .map(entry -> Map.of("label", entry.getKey(), "value", entry.getValue()))
                .toList();
        var projects = new ChartView(Json.of(Map.of("type", "bars", "unit", used.symbol(), "bars", bars)));
        add(El.div(
                "mw-even",
                new Card(tr("usage.days"), days).aside(tr("usage.days.aside", UsageSums.DAYS)),
                new Card(tr("usage.projects"), projects)));
        var table = new DataTable<Map.Entry<String, UsageSums.Kind>>(tr("usage.kinds"));
        table.column(tr("usage.kind"), entry -> El.strong(entry.getKey()));
        table.text(tr("usage.jobs"), entry -> Formats.count(entry.getValue().jobs()))
                .right();
        table.text(tr("usage.cpu"), entry -> Formats.figure(entry.getValue().cpuSeconds() / 3600, "h"))
                .right();
        table.text(tr("usage.cost"), entry -> used.money(entry.getValue().amount()))
                .right();
        table.rows(used.perKind().entrySet().stream().toList());
        add(new Card(tr("usage.kinds"), table));
    }
}
