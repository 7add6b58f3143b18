package io.millwright.portal.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Json;
import io.millwright.portal.ui.kit.Texts;
import java.util.List;
import java.util.function.Supplier;

/** {@code Ctrl K}: finds a page, a project, a job, a model or a dataset by its name: {@code <mw-palette>}. */
@Tag("mw-palette")
final class Palette extends Component {

    /** Something to go to. */
    record Item(String title, String group, String href) {}

    private static final String KEYS = "Ctrl K";

    private Supplier<List<Item>> items = List::of;

    Palette() {
        getElement().setAttribute("data-hint", Texts.tr("palette.hint"));
        getElement().setAttribute("data-none", Texts.tr("palette.none"));
        // Asked for when it is opened, so that it is never stale and costs nothing until then.
        getElement()
                .addEventListener("palette-open", event -> getElement().setPropertyJson("items", Json.of(items.get())));
    }

    void offer(Supplier<List<Item>> items) {
        this.items = items;
    }

    NativeButton opener() {
        var icon = VaadinIcon.SEARCH.create();
        icon.setSize("14px");
        var keys = new Keys(KEYS);
        var button = new NativeButton();
        button.add(icon, El.span("hint", Texts.tr("palette.hint")), keys);
        button.addClassName("mw-find");
        // Its words name it, on narrow screens too, where they are only read aloud.
        keys.getElement().setAttribute("aria-hidden", "true");
        button.getElement().setAttribute("aria-keyshortcuts", "Control+K");
        button.addClickListener(click -> getElement().callJsFunction("open"));
        return button;
    }

    @Tag("kbd")
    private static final class Keys extends Component {
        Keys(String text) {
            getElement().setText(text);
        }
    }
}
