package io.millwright.portal.ui.members;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.Route;
import io.millwright.portal.accounts.NewMembers;
import io.millwright.portal.security.SignedIn;
import io.millwright.portal.ui.kit.Ask;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.Chip;
import io.millwright.portal.ui.kit.Chip.Tone;
import io.millwright.portal.ui.kit.DataTable;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.portal.ui.kit.Head;
import io.millwright.portal.ui.kit.Notices;
import io.millwright.portal.ui.kit.TenantPage;
import io.millwright.portal.ui.kit.Visit;
import io.millwright.portal.ui.shell.TenantLayout;
import io.millwright.tenancy.Member;
import io.millwright.tenancy.Members;
import io.millwright.tenancy.Role;
import jakarta.annotation.security.PermitAll;

/** The people of a tenant. Its administrators add them, give and take roles, and remove them. */
@Route(value = "members", layout = TenantLayout.class)
@PermitAll
class MembersView extends TenantPage {

    private final Members members;
    private final NewMembers newMembers;

    MembersView(SignedIn signedIn, Members members, NewMembers newMembers) {
        super(signedIn);
        this.members = members;
        this.newMembers = newMembers;
    }

    @Override
    protected void show(Visit visit) {
        name(tr("nav.members"));
        fill();
    }

    private void fill() {
        removeAll();
        var all = members.list(caller());
        var head = new Head(tr("members.title", all.size())).lede(tr("members.lede"));
        add(head);
        var table = new DataTable<Member>(tr("nav.members"));
        table.column(tr("members.name"), member -> El.span("", El.strong(member.name()), El.small(member.email())))
                .sortable(Member::name);
        table.text(tr("members.user"), Member::user).sortable(Member::user);
        table.column(tr("members.roles"), MembersView::roles);
        table.column(
                        tr("members.since"),
                        member -> El.span(
                                "",
                                El.text(Formats.when(member.since())),
                                El.small(tr(member.seen() ? "members.seen" : "members.unseen"))))
                .sortable(Member::since);
        if (caller().has(Role.ADMIN)) {
            head.act(Head.primary(
                    tr("members.add"), () -> new MemberDialog(this::caller, newMembers, this::added).open()));
            table.column("", this::acts).fit();
        }
        table.rows(all);
        add(Card.around(table));
        var what = new Card(tr("members.roles.what"));
        java.util.stream.Stream.of(Role.values())
                .filter(Role.ofTenants()::contains)
                .forEach(role -> what.add(
                        El.div("", El.strong(role.title()), El.span("mw-muted", " · " + tr("role." + role.name())))));
        add(what);
    }

    private static Component roles(Member member) {
        var chips = El.span("mw-row");
        member.roles().stream()
                .sorted()
                .forEach(role -> chips.add(new Chip(role == Role.ADMIN ? Tone.ACCENT : Tone.PLAIN, role.title())));
        return chips;
    }

    private void added(String user) {
        Notices.done(tr("members.added", user));
        fill();
    }

    private Component acts(Member member) {
        return El.div(
                "mw-row",
                small(tr("members.change"), () -> change(member)),
                small(tr("members.remove"), () -> remove(member)));
    }

    private void change(Member member) {
        var dialog = Ask.dialog(tr("members.change.title", member.name()), tr("members.change.what"));
        var roles = MemberDialog.roles();
        roles.setValue(member.roles());
        dialog.add(roles);
        Ask.finish(dialog, tr("members.change.act"), false, () -> {
            MemberDialog.needOne(roles);
            members.changeRoles(caller(), member.user(), roles.getValue());
            Notices.done(tr("members.changed", member.user()));
            fill();
        });
    }

    private void remove(Member member) {
        Ask.confirm(tr("members.remove.title", member.name()), tr("members.remove.what"), tr("members.remove"), () -> {
            var admin = caller();
            members.remove(admin, member.user());
            Notices.done(tr("members.removed", member.user()));
            if (admin.user().equals(member.user())) {
                go(""); // those who removed themselves see this tenant no more
            } else {
                fill();
            }
        });
    }

    private static Button small(String text, Runnable act) {
        var button = new Button(text, click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }
}
