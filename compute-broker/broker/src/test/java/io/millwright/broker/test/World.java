package io.millwright.broker.test;

import io.millwright.broker.BrokerClientConfiguration;
import io.millwright.broker.JobKind;
import io.millwright.broker.JobPriority;
import io.millwright.broker.JobRequest;
import io.millwright.broker.JobResources;
import io.millwright.broker.Jobs;
import io.millwright.broker.TemplateRef;
import io.millwright.governance.GovernanceConfiguration;
import io.millwright.governance.audit.AuditEntry;
import io.millwright.governance.audit.AuditQuery;
import io.millwright.governance.audit.AuditTrail;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.DatabaseProperties;
import io.millwright.tenancy.ObjectStoreProperties;
import io.millwright.tenancy.Origin;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.TenantId;
import io.millwright.tenancy.Tenants;
import io.millwright.tenancy.internal.DatabaseConfiguration;
import io.millwright.tenancy.internal.TenancyServices;
import io.millwright.tenancy.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;

/** One installation: a database of its own, a portal's side that is always there, and parts of a broker as asked for. */
public final class World implements AutoCloseable {

    public static final TenantId RED = new TenantId("red");
    public static final TenantId BLUE = new TenantId("blue");
    private static final Caller OPERATOR =
            new Caller(TenantId.PLATFORM, "operator", Set.of(Role.OPERATOR), Origin.SYSTEM);

    private final DatabaseProperties database = TestDatabase.fresh("app");
    private final ObjectStoreProperties objects = objects();
    private final List<ConfigurableApplicationContext> open = new ArrayList<>();
    private final ConfigurableApplicationContext portal;

    public World() {
        // Whatever else the machine is doing; what holds is told at once.
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
        portal = start(database, WebApplicationType.NONE, Map.of(), BrokerClientConfiguration.class);
        var tenants = portal.getBean(Tenants.class);
        tenants.create(OPERATOR, RED, "Red", "red-admin");
        tenants.create(OPERATOR, BLUE, "Blue", "blue-admin");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({DatabaseConfiguration.class, TenancyServices.class, GovernanceConfiguration.class})
    static class Base {}

    /** A bean of the portal's side, which works as the application's role. */
    public <T> T portal(Class<T> type) {
        return portal.getBean(type);
    }

    public Jobs jobs() {
        return portal(Jobs.class);
    }

    /** Starts what a broker has, as the broker's role. */
    public ConfigurableApplicationContext broker(
            WebApplicationType type, Map<String, Object> properties, Class<?>... configurations) {
        var d = database;
        var asBroker = new DatabaseProperties(
                d.url(),
                d.ownerUser(),
                d.ownerPassword(),
                d.appUser(),
                d.appPassword(),
                d.operatorUser(),
                d.operatorPassword(),
                d.brokerUser(),
                d.brokerPassword(),
                "broker",
                8);
        return start(asBroker, type, properties, configurations);
    }

    public DatabaseProperties database() {
        return database;
    }

    public ObjectStoreProperties objectStore() {
        return objects;
    }

    public static Caller engineer(TenantId tenant) {
        return new Caller(tenant, tenant + "-engineer", Set.of(Role.ENGINEER), Origin.SYSTEM);
    }

    public static Caller operator() {
        return OPERATOR;
    }

    /** A job that needs no dataset. */
    public static JobRequest sample(int cpus) {
        return sample(cpus, JobPriority.NORMAL, null);
    }

    public static JobRequest sample(
            int cpus, JobPriority priority, @org.jspecify.annotations.Nullable String idempotencyKey) {
        return new JobRequest(
                new UUID(1, 1),
                "Fraud",
                JobKind.SAMPLE,
                new TemplateRef("minimal-example", "1.0.0", "a".repeat(64)),
                List.of(),
                null,
                null,
                Map.of("rows", "10"),
                42,
                new JobResources(cpus, 0, 1L << 30, Duration.ofMinutes(10)),
                priority,
                idempotencyKey);
    }

    private ConfigurableApplicationContext start(
            DatabaseProperties as,
            WebApplicationType type,
            Map<String, Object> properties,
            Class<?>... configurations) {
        var sources = new ArrayList<Class<?>>(List.of(Base.class));
        sources.addAll(Arrays.asList(configurations));
        var context = new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .web(type)
                .properties(properties)
                .properties(
                        "spring.main.banner-mode=off",
                        "spring.flyway.enabled=false",
                        "spring.jpa.open-in-view=false",
                        "spring.data.jpa.repositories.enabled=false",
                        "logging.level.root=warn")
                .initializers(made -> {
                    var beans = (GenericApplicationContext) made;
                    beans.registerBean(DatabaseProperties.class, () -> as);
                    beans.registerBean(ObjectStoreProperties.class, () -> objects);
                    beans.registerBean(Clock.class, Clock::systemUTC);
                })
                .run();
        open.add(context);
        return context;
    }

    /** What was audited of a job, oldest first: {@code <user> <action>}. */
    public List<String> audited(TenantId tenant, UUID job) {
        var auditor = new Caller(tenant, "auditor", Set.of(Role.AUDITOR), Origin.SYSTEM);
        return portal(AuditTrail.class)
                .search(auditor, AuditQuery.of("job", job.toString()), null, 100)
                .items()
                .reversed()
                .stream()
                .map(World::line)
                .toList();
    }

    private static String line(AuditEntry entry) {
        return entry.actor() + " " + entry.event().action();
    }

    private static ObjectStoreProperties objects() {
        try {
            var folder = Files.createTempDirectory("millwright-objects");
            var key = new byte[32];
            new SecureRandom().nextBytes(key);
            Path file = Files.write(folder.resolve("master.key"), key);
            return new ObjectStoreProperties("file:" + folder.resolve("objects"), file, null);
        } catch (IOException noDisk) {
            throw new IllegalStateException(noDisk);
        }
    }

    @Override
    public void close() {
        open.reversed().forEach(ConfigurableApplicationContext::close);
        FileSystemUtils.deleteRecursively(objects.masterKeyFile().getParent().toFile());
    }
}
