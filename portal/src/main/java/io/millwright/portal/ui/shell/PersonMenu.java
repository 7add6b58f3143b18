package io.millwright.portal.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.millwright.portal.security.SignedIn;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Texts;
import io.millwright.tenancy.Identity;
import java.util.List;
import java.util.Locale;

/** The menu of the person who is signed in: how the portal looks, and the way out. */
@SpringComponent
final class PersonMenu {

    private static final List<String> THEMES = List.of("light", "dark", "system");

    private final SignedIn signedIn;

    PersonMenu(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    NativeButton button() {
        var person = signedIn.identity();
        var initials = person.map(PersonMenu::initials).orElse("?");
        var button = new NativeButton(initials);
        button.addClassName("mw-user");
        button.getElement()
                .setAttribute(
                        "aria-label",
                        Texts.tr(
                                "person.menu",
                                initials,
                                person.map(Identity::name).orElse("")));
        var menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        person.ifPresent(who -> {
            var name = menu.addItem(El.div("", El.strong(who.name()), El.small(who.user())));
            name.setEnabled(false);
            menu.addSeparator();
        });
        THEMES.forEach(theme -> menu.addItem(
                Texts.tr("person.theme." + theme),
                click -> UI.getCurrent().getPage().executeJs("window.millwrightTheme($0)", theme)));
        menu.addSeparator();
        menu.addItem(Texts.tr("person.out"), click -> signedIn.signOut());
        return button;
    }

    private static String initials(Identity person) {
        var words = person.name().strip().split("[\\s-]+");
        var first = words[0].substring(0, Math.min(1, words[0].length()));
        var last = words.length > 1 ? words[words.length - 1].substring(0, 1) : "";
        return (first + last).toUpperCase(Locale.ROOT);
    }
}
