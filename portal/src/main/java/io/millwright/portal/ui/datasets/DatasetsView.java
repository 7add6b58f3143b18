package io.millwright.portal.ui.datasets;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import io.millwright.governance.datasets.Dataset;
import io.millwright.governance.datasets.Datasets;
import io.millwright.governance.datasets.Lineage;
import io.millwright.portal.security.SignedIn;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.Chip;
import io.millwright.portal.ui.kit.Chip.Tone;
import io.millwright.portal.ui.kit.DataTable;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Empty;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.portal.ui.kit.Head;
import io.millwright.portal.ui.kit.TenantPage;
import io.millwright.portal.ui.kit.Visit;
import io.millwright.portal.ui.shell.TenantLayout;
import io.millwright.tenancy.Role;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables that a tenant has brought, and those that jobs made. */
@Route(value = "datasets", layout = TenantLayout.class)
@PermitAll
class DatasetsView extends TenantPage {

    private static final int MOST = 500;

    private final Datasets datasets;

    DatasetsView(SignedIn signedIn, Datasets datasets) {
        super(signedIn);
        this.datasets = datasets;
    }

    @Override
    protected void show(Visit visit) {
        name(tr("nav.datasets"));
        var all = datasets.list(caller(), null, MOST).items();
        var head = new Head(tr("datasets.title", all.size())).lede(tr("datasets.lede"));
        add(head);
        if (caller().has(Role.ENGINEER)) {
            head.act(Head.primary(tr("datasets.bring"), () -> go(DatasetsNavigation.bring(tenant()))));
        }
        if (all.isEmpty()) {
            add(new Empty(tr("datasets.none"), tr("datasets.none.what")));
            return;
        }
        var list = new Div();
        var search = new TextField();
        search.setPlaceholder(tr("datasets.search"));
        search.setAriaLabel(tr("datasets.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValue(visit.query("q"));
        search.addValueChangeListener(change -> {
            remember(Map.of("q", change.getValue()));
            fill(list, all, change.getValue());
        });
        add(El.div("mw-filters", search), list);
        fill(list, all, search.getValue());
    }

    private void fill(Div list, List<Dataset> all, String search) {
        var words = search.toLowerCase(Locale.ROOT);
        var table = new DataTable<Dataset>(tr("nav.datasets"));
        table.column(
                        tr("dataset"),
                        data -> El.span(
                                "",
                                El.mainLink(
                                        DatasetsNavigation.version(
                                                tenant(),
                                                data.id().value(),
                                                data.latest().number()),
                                        data.name()),
                                El.small(data.latest().filename())))
                .sortable(data -> data.name().toLowerCase(Locale.ROOT));
        table.column(tr("dataset.from"), data -> origin(data.latest().lineage()))
                .fit();
        table.text(tr("dataset.rows"), data -> Formats.count(data.latest().rows()))
                .sortable(data -> data.latest().rows())
                .right();
        table.text(tr("dataset.columns"), data -> "" + data.latest().columns().size())
                .right();
        table.text(tr("dataset.version"), data -> "" + data.latest().number()).right();
        table.text(
                        tr("dataset.size"),
                        data -> Formats.size(data.latest().given().size()))
                .sortable(data -> data.latest().given().size())
                .right();
        table.column(
                        tr("dataset.brought"),
                        data -> El.span(
                                "",
                                El.text(Formats.when(data.latest().createdAt())),
                                El.small(data.latest().createdBy())))
                .sortable(data -> data.latest().createdAt());
        table.rows(all.stream()
                .filter(data -> data.name().toLowerCase(Locale.ROOT).contains(words))
                .toList());
        list.removeAll();
        list.add(table.rows().isEmpty() ? new Empty(tr("list.nothing"), tr("list.nothing.what")) : Card.around(table));
    }

    /** How a table came to be, as a word with a colour. */
    static Chip origin(Lineage lineage) {
        return new Chip(
                lineage.kind() == Lineage.Kind.UPLOADED ? Tone.PLAIN : Tone.ACCENT,
                tr("lineage." + lineage.kind().name()));
    }
}
