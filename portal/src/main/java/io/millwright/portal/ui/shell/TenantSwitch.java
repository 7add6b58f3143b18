package io.millwright.portal.ui.shell;

import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Texts;
import io.millwright.tenancy.Members.Membership;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.TenantId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Whose things one sees, and the way to the others. */
final class TenantSwitch extends NativeButton {

    TenantSwitch(List<Membership> memberships, TenantId shown) {
        addClassName("mw-tenant");
        var here = memberships.stream()
                .filter(membership -> membership.tenant().id().equals(shown))
                .findFirst();
        var name = here.map(TenantSwitch::name).orElse(shown.value());
        var roles = here.map(TenantSwitch::roles).orElse("");
        var mark = El.span("mw-mark", name.substring(0, 1).toUpperCase(Locale.ROOT));
        mark.getElement().setAttribute("aria-hidden", "true");
        add(mark, El.div("text", El.strong(name), El.small(roles)));
        if (memberships.size() > 1) {
            var more = VaadinIcon.CHEVRON_DOWN_SMALL.create();
            more.setSize("16px");
            add(more);
            getElement().setAttribute("aria-label", Texts.tr("shell.switch", name));
            var menu = new ContextMenu(this);
            menu.setOpenOnClick(true);
            memberships.forEach(membership -> {
                var item = menu.addItem(name(membership), click -> TenantLayout.open(membership));
                item.setCheckable(true);
                item.setChecked(membership.tenant().id().equals(shown));
            });
        } else {
            addClickListener(click -> here.ifPresent(TenantLayout::open));
        }
    }

    private static String name(Membership membership) {
        return membership.tenant().id().equals(TenantId.PLATFORM)
                ? Texts.tr("shell.platform")
                : membership.tenant().name();
    }

    private static String roles(Membership membership) {
        return membership.roles().stream().sorted().map(Role::title).collect(Collectors.joining(", "));
    }
}
