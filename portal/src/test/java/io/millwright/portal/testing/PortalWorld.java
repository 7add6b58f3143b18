package io.millwright.portal.testing;

import io.millwright.tenancy.test.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives a portal under test what the launcher would: a fresh database, an object store, an identity provider. */
public final class PortalWorld implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var provider = IdentityProviderServer.start();
        context.getBeanFactory().registerSingleton("identityProviderServer", provider);
        context.addApplicationListener(event -> {
            if (event instanceof org.springframework.context.event.ContextClosedEvent) {
                provider.close();
            }
        });
        var database = TestDatabase.fresh("app");
        try {
            var folder = Files.createTempDirectory("millwright-portal");
            var key = new byte[32];
            new SecureRandom().nextBytes(key);
            var masterKey = Files.write(folder.resolve("master.key"), key);
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "world",
                            Map.ofEntries(
                                    Map.entry("millwright.demo", "true"),
                                    Map.entry("millwright.home", folder.toString()),
                                    Map.entry("millwright.oidc.issuer", provider.issuer()),
                                    Map.entry("millwright.oidc.client-secret", "secret"),
                                    Map.entry("millwright.objects.location", "file:" + folder.resolve("objects")),
                                    Map.entry("millwright.objects.master-key-file", masterKey.toString()),
                                    Map.entry("millwright.database.url", database.url()),
                                    Map.entry("millwright.database.owner-user", database.ownerUser()),
                                    Map.entry("millwright.database.owner-password", database.ownerPassword()),
                                    Map.entry("millwright.database.app-user", database.appUser()),
                                    Map.entry("millwright.database.app-password", database.appPassword()),
                                    Map.entry("millwright.database.operator-user", database.operatorUser()),
                                    Map.entry("millwright.database.operator-password", database.operatorPassword()),
                                    Map.entry("millwright.database.broker-user", database.brokerUser()),
                                    Map.entry("millwright.database.broker-password", database.brokerPassword()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
