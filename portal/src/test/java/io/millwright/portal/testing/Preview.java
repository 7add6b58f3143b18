package io.millwright.portal.testing;

import io.millwright.portal.PortalApplication;
import org.springframework.boot.SpringApplication;

/**
 * The portal with a fresh database, to look at in a browser without the rest of the world: whoever comes is signed in as the
 * account that {@code -Dpreview.user} names. For developers.
 */
final class Preview {

    public static void main(String[] arguments) {
        var application = new SpringApplication(PortalApplication.class);
        application.addInitializers(new PortalWorld());
        application.addInitializers(context -> context.getBeanFactory()
                .getBean(IdentityProviderServer.class)
                .nextUser(System.getProperty("preview.user", "acme-admin")));
        application.run(arguments);
    }
}
