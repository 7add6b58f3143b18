package io.millwright.portal.security;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.millwright.portal.OidcProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.stereotype.Component;

/**
 * What a page may load. Scripts run only from our own address, or inline with the nonce of this one response, which Flow's
 * start page is given here. Flow calls {@code new Function} for server-side script calls, hence {@code unsafe-eval};
 * components set styles on elements, hence {@code unsafe-inline} for styles.
 */
@Component
class ContentSecurityPolicy implements HeaderWriter, VaadinServiceInitListener {

    private static final String NONCE = ContentSecurityPolicy.class.getName() + ".nonce";

    private final SecureRandom random = new SecureRandom();
    private final String identityProvider;

    ContentSecurityPolicy(OidcProperties oidc) {
        this.identityProvider = origin(oidc.issuer());
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(
                "Content-Security-Policy",
                String.join(
                        "; ",
                        "default-src 'none'",
                        "script-src 'self' 'unsafe-eval' 'nonce-" + nonce(request) + "'",
                        "style-src 'self' 'unsafe-inline'",
                        "img-src 'self' data: blob:",
                        "font-src 'self' data:",
                        "connect-src 'self'",
                        "manifest-src 'self'",
                        "worker-src 'self'",
                        "frame-src 'self'",
                        "base-uri 'self'",
                        // Signing out posts a form whose answer leads to the identity provider.
                        "form-action 'self' " + identityProvider,
                        "frame-ancestors 'none'"));
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(ContentSecurityPolicy.this::allowScripts);
    }

    /** The nonce of a response, made when first asked for. */
    String nonce(HttpServletRequest request) {
        if (request.getAttribute(NONCE) instanceof String known) {
            return known;
        }
        var bytes = new byte[18];
        random.nextBytes(bytes);
        var made = Base64.getEncoder().encodeToString(bytes);
        request.setAttribute(NONCE, made);
        return made;
    }

    private void allowScripts(IndexHtmlResponse page) {
        if (page.getVaadinRequest() instanceof VaadinServletRequest request) {
            var nonce = nonce(request.getHttpServletRequest());
            page.getDocument().select("script").forEach(script -> script.attr("nonce", nonce));
        }
    }

    private static String origin(URI address) {
        var port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getScheme() + "://" + address.getHost() + port;
    }
}
