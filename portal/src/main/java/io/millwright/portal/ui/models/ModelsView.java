package io.millwright.portal.ui.models;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import io.millwright.governance.models.Model;
import io.millwright.governance.models.Models;
import io.millwright.portal.security.SignedIn;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.DataTable;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Empty;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.portal.ui.kit.Head;
import io.millwright.portal.ui.kit.TenantPage;
import io.millwright.portal.ui.kit.Visit;
import io.millwright.portal.ui.projects.ProjectsNavigation;
import io.millwright.portal.ui.shell.TenantLayout;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The models of a tenant, with what the newest version of each found. */
@Route(value = "models", layout = TenantLayout.class)
@PermitAll
class ModelsView extends TenantPage {

    private static final int MOST = 500;

    private final Models models;

    ModelsView(SignedIn signedIn, Models models) {
        super(signedIn);
        this.models = models;
    }

    @Override
    protected void show(Visit visit) {
        name(tr("nav.models"));
        var all = models.list(caller(), null, MOST).items();
        add(new Head(tr("models.title", all.size())).lede(tr("models.lede")));
        if (all.isEmpty()) {
            add(new Empty(
                    tr("models.none"),
                    tr("models.none.what"),
                    Head.primary(tr("models.none.act"), () -> go(ProjectsNavigation.list(tenant())))));
            return;
        }
        var list = new Div();
        var search = new TextField();
        search.setPlaceholder(tr("models.search"));
        search.setAriaLabel(tr("models.search"));
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

    private void fill(Div list, List<Model> all, String search) {
        var words = search.toLowerCase(Locale.ROOT);
        var table = new DataTable<Model>(tr("nav.models"));
        table.column(
                        tr("model"),
                        model -> El.span(
                                "",
                                El.mainLink(
                                        ModelsNavigation.version(
                                                tenant(),
                                                model.id(),
                                                model.latest().number()),
                                        model.name()),
                                El.small(tr("model.version", model.latest().number()))))
                .sortable(Model::name);
        table.text(tr("home.finding"), model -> ReportData.of(model.latest()).headline());
        table.column(
                        tr("models.stage"),
                        model -> ModelSigns.stage(model.latest().stage()))
                .fit();
        table.text(
                tr("models.template"),
                model -> model.latest().template().id() + " "
                        + model.latest().template().version());
        table.text(tr("models.trained"), model -> Formats.when(model.latest().createdAt()))
                .sortable(model -> model.latest().createdAt())
                .right();
        table.rows(all.stream()
                .filter(model -> model.name().toLowerCase(Locale.ROOT).contains(words))
                .toList());
        list.removeAll();
        list.add(table.rows().isEmpty() ? new Empty(tr("list.nothing"), tr("list.nothing.what")) : Card.around(table));
    }
}
