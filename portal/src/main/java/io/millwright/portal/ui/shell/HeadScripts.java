package io.millwright.portal.ui.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/**
 * Puts our scripts and styles into the start page: the theme before the first paint, the web components as modules, the style
 * sheet after Vaadin's. Not by Flow's annotations: these would want a bundle with our modules in it, and there is none, and they
 * know no addresses with a version.
 */
@Component
class HeadScripts implements VaadinServiceInitListener {

    private final FrontendAddresses addresses;

    HeadScripts(FrontendAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(page -> {
            var head = page.getDocument().head();
            // After <base>, against which its address counts.
            Objects.requireNonNull(head.selectFirst("base"))
                    .after(new Element("script").attr("src", addresses.of("theme.js")));
            head.appendChild(
                    new Element("link").attr("rel", "stylesheet").attr("href", addresses.of("millwright.css")));
            head.appendChild(new Element("script").attr("type", "module").attr("src", addresses.of("mw.js")));
        });
    }
}
