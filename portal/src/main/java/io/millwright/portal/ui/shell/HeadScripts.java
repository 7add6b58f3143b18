package io.millwright.portal.ui.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/**
 * Puts our scripts into the start page: the theme before the first paint, the web components as modules. Not by Flow's
 * annotations, because these would want a bundle with our modules in it, and there is none.
 */
@Component
class HeadScripts implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(page -> {
            var head = page.getDocument().head();
            // After <base>, against which its address counts.
            Objects.requireNonNull(head.selectFirst("base"))
                    .after(new Element("script").attr("src", "./millwright/theme.js"));
            head.appendChild(new Element("script").attr("type", "module").attr("src", "./millwright/mw.js"));
        });
    }
}
