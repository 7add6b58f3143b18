package io.millwright.portal.ui.shell;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.HasDynamicTitle;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Texts;

/** A page instead of the one asked for: what is wrong, and what to do. */
abstract class Trouble extends Main implements HasDynamicTitle {

    private String title = "";

    final void say(String title, String sentence, String code) {
        removeAll();
        this.title = title + " · " + Texts.tr("trouble.title");
        setId("content");
        addClassNames("mw-page", "mw-trouble");
        var back = El.link("", Texts.tr("trouble.home"));
        back.addClassNames("mw-button", "primary");
        add(new H1(title), El.p("mw-lede", sentence), back, El.span("mw-faint mw-mono", code));
    }

    @Override
    public final String getPageTitle() {
        return title;
    }
}
