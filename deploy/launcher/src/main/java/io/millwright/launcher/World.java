package io.millwright.launcher;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One Millwright on this machine: where its state lies, where it listens, which parts it has. */
record World(Settings settings, Ports ports, Versions versions) {

    /** Environment variable that every process of a world carries, so that leftovers can be told from other people's processes. */
    static final String MARK = "MILLWRIGHT_WORLD_HOME";
    /** Environment variable with the name of the part a process belongs to. */
    static final String PART_MARK = "MILLWRIGHT_WORLD_PART";

    /** The world the environment asks for; the port of the last start counts where the environment names none. */
    static World of(Settings settings) {
        var last = PropertyText.read(settings.home().resolve("run/world.properties"));
        var ports = settings.ports()
                .orElseGet(
                        () -> last.containsKey("port") ? Ports.parse(last.get("port")) : new Ports(Ports.DEFAULT_BASE));
        return new World(settings, ports, Versions.read(settings.checkout()));
    }

    /** All kinds of parts that belong to this world, servers first; what runs elsewhere is left out. */
    List<PartKind> kinds() {
        return List.<PartKind>of(
                        new PostgresServer(),
                        new KeycloakServer(),
                        new RayCluster(),
                        new BrokerProcess(),
                        new PortalProcess())
                .stream()
                .filter(kind -> settings.only().isEmpty() || settings.only().contains(kind.name()))
                .filter(kind -> switch (kind) {
                    case PostgresServer server -> settings.externalDatabase().isEmpty();
                    case KeycloakServer server -> settings.externalIssuer().isEmpty();
                    case RayCluster cluster -> settings.externalRay().isEmpty();
                    case BrokerProcess process -> true;
                    case PortalProcess process -> true;
                })
                .toList();
    }

    /** The parts to start once all is prepared: without Ray where it could not be installed. */
    List<Part> parts() {
        var parts = kinds().stream()
                .filter(kind -> !(kind instanceof RayCluster) || new RayInstallation(this).isThere())
                .map(kind -> kind.part(this))
                .toList();
        var names = parts.stream().map(Part::name).toList();
        return parts.stream().map(part -> part.afterAmong(names)).toList();
    }

    Secrets secrets() {
        return new Secrets(home().resolve("secrets"));
    }

    Path home() {
        return settings.home();
    }

    Path run() {
        return home().resolve("run");
    }

    Path logs() {
        return home().resolve("logs");
    }

    Path log(String part) {
        return logs().resolve(part + ".log");
    }

    Path data(String part) {
        return home().resolve("data").resolve(part);
    }

    Path distribution(String name) {
        return settings.cache().resolve("dist").resolve(name);
    }

    String publicAddress() {
        return "http://localhost:" + ports.portal();
    }

    String issuer() {
        return settings.externalIssuer().orElse("http://localhost:" + ports.keycloak() + "/realms/millwright");
    }

    /** JDBC address of one database of this world. */
    String database(String name) {
        return settings.externalDatabase()
                .map(url -> "keycloak".equals(name) ? url.replaceFirst("/[^/?]+(\\?|$)", "/keycloak$1") : url)
                .orElse("jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + name);
    }

    /** {@code java} of the JDK the launcher itself runs on: every JVM of the world uses the same. */
    static Path java() {
        return javaHome().resolve("bin/java");
    }

    static Path javaHome() {
        return Path.of(System.getProperty("java.home"));
    }

    /** The name under which helpers of a start run: marked like parts, so that the next start ends those of a killed one. */
    static final String HELPER = "helper";

    /** What every process of the part finds in its environment. Never a secret. */
    Map<String, String> environment(String part) {
        var environment = new LinkedHashMap<String, String>();
        environment.put(MARK, home().toString());
        environment.put(PART_MARK, part);
        environment.put("JAVA_HOME", javaHome().toString());
        return environment;
    }
}
