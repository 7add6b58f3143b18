package io.millwright.portal.ui.projects;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import io.millwright.plugins.host.Installation;
import io.millwright.plugins.host.Installations;
import io.millwright.plugins.host.Project;
import io.millwright.plugins.host.Projects;
import io.millwright.portal.security.SignedIn;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.Chip.Tone;
import io.millwright.portal.ui.kit.Crumb;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Empty;
import io.millwright.portal.ui.kit.Head;
import io.millwright.portal.ui.kit.Note;
import io.millwright.portal.ui.kit.TenantPage;
import io.millwright.portal.ui.kit.Visit;
import io.millwright.portal.ui.marketplace.MarketplaceNavigation;
import io.millwright.portal.ui.shell.TenantLayout;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Role;
import jakarta.annotation.security.PermitAll;
import java.util.Map;

/** Where a project is begun: a name in the words of the business, and the template that solves it. */
@Route(value = "projects/new", layout = TenantLayout.class)
@PermitAll
class NewProjectView extends TenantPage {

    private final Projects projects;
    private final Installations installations;
    private final TextField name = new TextField(tr("project.name"));
    private final Select<Installation> template = new Select<>();
    private final Div problem = new Div();

    NewProjectView(SignedIn signedIn, Projects projects, Installations installations) {
        super(signedIn);
        this.projects = projects;
        this.installations = installations;
    }

    @Override
    protected void show(Visit visit) {
        caller().require(Role.ENGINEER);
        name(tr("projects.new"), new Crumb(tr("nav.projects"), ProjectsNavigation.list(tenant())));
        add(new Head(tr("project.new.title")).lede(tr("project.new.lede")));
        var installed = installations.list(caller());
        if (installed.isEmpty()) {
            add(new Empty(
                    tr("project.new.none"),
                    tr("projects.none.install"),
                    Head.primary(tr("installations.market"), () -> go(MarketplaceNavigation.list(tenant())))));
            return;
        }
        name.setHelperText(tr("project.name.help"));
        name.setMaxLength(Project.MAX_NAME);
        name.setRequiredIndicatorVisible(true);
        template.setLabel(tr("project.template"));
        template.setItems(installed);
        template.setItemLabelGenerator(one -> one.descriptor().name() + " " + one.version());
        var about = El.p("mw-muted", "");
        template.addValueChangeListener(
                change -> about.setText(change.getValue().descriptor().summary()));
        template.setValue(installed.stream()
                .filter(one -> one.template().equals(visit.query("template")))
                .findFirst()
                .orElse(installed.getFirst()));
        var dataset = visit.query("dataset");
        var create = Head.primary(tr("project.create"), () -> create(dataset));
        var form = El.div("mw-stack", name, template, about, problem, El.div("mw-row", create));
        form.setWidth("min(560px, 100%)");
        add(new Card(tr("project.new.card"), form));
        name.focus();
    }

    private void create(String dataset) {
        problem.removeAll();
        name.setInvalid(name.getValue().isBlank());
        if (name.isInvalid()) {
            name.setErrorMessage(tr("project.name.missing"));
            return;
        }
        try {
            var project = projects.create(
                    caller(), name.getValue().strip(), template.getValue().id(), Map.of());
            go(ProjectsNavigation.project(tenant(), project.id()) + (dataset.isBlank() ? "" : "?dataset=" + dataset));
        } catch (MillwrightException refused) {
            if (refused.code().startsWith("project-name")) {
                name.setInvalid(true);
                name.setErrorMessage(refused.sentence() + " " + refused.remedy());
            } else {
                problem.add(new Note(Tone.BAD, refused.sentence(), El.p("mw-muted", refused.remedy())));
            }
        }
    }
}
