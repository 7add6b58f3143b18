package io.millwright.tenancy.test;

import io.millwright.tenancy.DatabaseProperties;
import io.millwright.tenancy.ObjectStoreProperties;
import io.millwright.tenancy.internal.DatabaseConfiguration;
import io.millwright.tenancy.internal.TenancyServices;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Tenancy on a fresh database and a fresh object store, for module tests: {@code @SpringBootTest(classes = {
 * TenancyTestConfiguration.class, <your configuration>.class})}. The module under test, or the test, provides the
 * {@link io.millwright.tenancy.ChangeRecorder}.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({DatabaseConfiguration.class, TenancyServices.class})
public class TenancyTestConfiguration {

    @Bean
    DatabaseProperties testDatabase(org.springframework.core.env.Environment environment) {
        return TestDatabase.fresh(environment.getProperty("millwright.database.role", "app"));
    }

    @Bean
    ObjectStoreProperties testObjects() throws IOException {
        var folder = Files.createTempDirectory("millwright-objects");
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        var file = Files.write(folder.resolve("master.key"), key);
        return new ObjectStoreProperties("file:" + folder.resolve("objects"), file, null);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
