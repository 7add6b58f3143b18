package io.millwright.portal.ui.members;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import io.millwright.portal.accounts.NewMembers;
import io.millwright.portal.accounts.NewMembers.Invitation;
import io.millwright.portal.ui.kit.Ask;
import io.millwright.portal.ui.kit.El;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Role;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Asks who is to be added, with which roles, and whether they need an account. */
final class MemberDialog {

    private final Supplier<Caller> admin;
    private final NewMembers newMembers;
    private final Consumer<String> added;
    private final TextField user = new TextField(tr("members.user"));
    private final EmailField email = new EmailField(tr("members.email"));
    private final Checkbox create = new Checkbox(tr("members.create"));
    private final TextField name = new TextField(tr("members.name"));
    private final CheckboxGroup<Role> roles = roles();

    MemberDialog(Supplier<Caller> admin, NewMembers newMembers, Consumer<String> added) {
        this.admin = admin;
        this.newMembers = newMembers;
        this.added = added;
    }

    void open() {
        user.setHelperText(tr("members.user.help"));
        create.setHelperText(tr("members.create.help"));
        name.setVisible(false);
        create.addValueChangeListener(change -> name.setVisible(change.getValue()));
        roles.setValue(Set.of(Role.ENGINEER));
        var dialog = Ask.dialog(tr("members.add.title"), tr("members.add.what"));
        var form = El.div("mw-form", user, email, create, name, roles);
        El.classed(create, "wide");
        El.classed(roles, "wide");
        dialog.add(form);
        Ask.finish(dialog, tr("members.add"), false, this::add);
        user.focus();
    }

    private void add() {
        needOne(roles);
        user.setInvalid(user.isEmpty() && email.isEmpty());
        user.setErrorMessage(tr("members.user.missing"));
        if (user.isInvalid()) {
            throw MillwrightException.user("member-name-missing", tr("members.user.missing"), tr("members.user.help"));
        }
        var made = newMembers.add(
                admin.get(),
                new Invitation(
                        user.getValue().strip(),
                        name.getValue().strip(),
                        email.getValue().strip(),
                        roles.getValue(),
                        create.getValue()));
        added.accept(made.member().user());
        var password = made.temporaryPassword();
        if (password != null) {
            var shown = Ask.dialog(
                    tr("members.password.title"),
                    tr("members.password.what", made.member().user()));
            shown.add(El.mono(password));
            Ask.finish(shown, tr("members.password.noted"), false, () -> {});
        }
    }

    static CheckboxGroup<Role> roles() {
        var roles = new CheckboxGroup<Role>(tr("members.roles"));
        roles.setItems(
                Stream.of(Role.values()).filter(Role.ofTenants()::contains).toList());
        roles.setItemLabelGenerator(role -> role.title() + " – " + tr("role." + role.name()));
        roles.addThemeName("vertical");
        return roles;
    }

    static void needOne(CheckboxGroup<Role> roles) {
        roles.setInvalid(roles.getValue().isEmpty());
        roles.setErrorMessage(tr("members.roles.missing"));
        if (roles.isInvalid()) {
            throw MillwrightException.user(
                    "role-missing", tr("members.roles.missing"), tr("members.roles.missing.what"));
        }
    }
}
