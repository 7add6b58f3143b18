package io.millwright.portal.ui.operator;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import io.millwright.portal.security.SignedIn;
import io.millwright.portal.ui.kit.Ask;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.Chip;
import io.millwright.portal.ui.kit.Chip.Tone;
import io.millwright.portal.ui.kit.DataTable;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Empty;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.portal.ui.kit.Head;
import io.millwright.portal.ui.kit.Notices;
import io.millwright.portal.ui.kit.OperatorPage;
import io.millwright.portal.ui.kit.Visit;
import io.millwright.portal.ui.shell.OperatorLayout;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Tenant;
import io.millwright.tenancy.TenantId;
import io.millwright.tenancy.Tenants;
import jakarta.annotation.security.PermitAll;

/** All tenants: create, suspend, resume. */
@Route(value = "tenants", layout = OperatorLayout.class)
@PermitAll
class TenantsView extends OperatorPage {

    private final Tenants tenants;

    TenantsView(SignedIn signedIn, Tenants tenants) {
        super(signedIn);
        this.tenants = tenants;
    }

    @Override
    protected void show(Visit visit) {
        name(tr("nav.operator.tenants"));
        fill();
    }

    private void fill() {
        removeAll();
        var all = tenants.list(caller());
        var suspended = all.stream()
                .filter(tenant -> tenant.state() == Tenant.State.SUSPENDED)
                .count();
        add(new Head(tr("tenants.title", all.size()))
                .lede(tr("tenants.lede", suspended))
                .act(Head.primary(tr("tenants.create"), this::create)));
        if (all.isEmpty()) {
            add(new Empty(tr("tenants.none"), tr("tenants.none.what")));
            return;
        }
        var table = new DataTable<Tenant>(tr("nav.operator.tenants"));
        table.column(
                        tr("tenants.name"),
                        tenant -> El.span(
                                "",
                                El.strong(tenant.name()),
                                El.small(tenant.id().value())))
                .sortable(Tenant::name);
        table.column(
                        tr("tenants.state"),
                        tenant -> tenant.state() == Tenant.State.ACTIVE
                                ? new Chip(Tone.GOOD, tr("tenants.active"))
                                : new Chip(Tone.WARN, tr("tenants.suspended")))
                .sortable(Tenant::state);
        table.text(tr("tenants.since"), tenant -> Formats.when(tenant.createdAt()))
                .sortable(Tenant::createdAt);
        table.column("", this::acts).fit();
        table.rows(all);
        add(Card.around(table));
    }

    private Component acts(Tenant tenant) {
        var active = tenant.state() == Tenant.State.ACTIVE;
        var button = new Button(tr(active ? "tenants.suspend" : "tenants.resume"), click -> {
            if (active) {
                suspend(tenant);
            } else {
                resume(tenant);
            }
        });
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    private void create() {
        var dialog = Ask.dialog(tr("tenants.create.title"), tr("tenants.create.what"));
        var name = new TextField(tr("tenants.name"));
        name.setMaxLength(Tenant.MAX_NAME);
        var id = new TextField(tr("tenants.id"));
        id.setMaxLength(TenantId.MAX);
        id.setHelperText(tr("tenants.id.help"));
        var admin = new TextField(tr("tenants.admin"));
        admin.setHelperText(tr("tenants.admin.help"));
        dialog.add(El.div("mw-form", name, id, admin));
        Ask.finish(dialog, tr("tenants.create"), false, () -> {
            need(name);
            need(id);
            need(admin);
            var made = tenants.create(
                    caller(),
                    new TenantId(id.getValue().strip()),
                    name.getValue().strip(),
                    admin.getValue().strip());
            Notices.done(tr("tenants.created", made.name()));
            fill();
        });
        name.focus();
    }

    private static void need(TextField field) {
        field.setInvalid(field.getValue().isBlank());
        field.setErrorMessage(tr("tenants.missing"));
        if (field.isInvalid()) {
            throw MillwrightException.user(
                    "field-missing", tr("tenants.missing.which", field.getLabel()), tr("tenants.missing"));
        }
    }

    private void suspend(Tenant tenant) {
        Ask.typed(
                tr("tenants.suspend.title", tenant.name()),
                tr("tenants.suspend.what"),
                tenant.id().value(),
                tr("tenants.suspend"),
                reason -> {
                    tenants.suspend(caller(), tenant.id(), reason);
                    Notices.done(tr("tenants.suspended.done", tenant.name()));
                    fill();
                });
    }

    private void resume(Tenant tenant) {
        Ask.reason(
                tr("tenants.resume.title", tenant.name()), tr("tenants.resume.what"), tr("tenants.resume"), reason -> {
                    tenants.resume(caller(), tenant.id(), reason);
                    Notices.done(tr("tenants.resumed", tenant.name()));
                    fill();
                });
    }
}
