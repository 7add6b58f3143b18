package io.millwright.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keycloak: built once per set of provider jars into the cache, run from a folder of its own in this home. */
record KeycloakServer() implements PartKind {

    private static final List<String> LINKED = List.of("bin", "lib", "providers", "themes", "version.txt");

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public Map<Integer, String> ports(Ports ports) {
        return Map.of(ports.keycloak(), "Keycloak");
    }

    @Override
    public void prepare(World world, Progress progress) {
        var built = new KeycloakBuild(world).prepare(progress);
        var folder = world.data("keycloak");
        try {
            Files.createDirectories(folder.resolve("conf"));
            Files.createDirectories(folder.resolve("data/import"));
            for (var name : LINKED) {
                relink(folder.resolve(name), built.resolve(name));
            }
        } catch (IOException e) {
            throw new LauncherException("%s could not be made: %s.".formatted(folder, Folders.reason(e)), e);
        }
        Folders.write(folder.resolve("conf/keycloak.conf"), PropertyText.of(configuration(world)));
        Folders.write(folder.resolve("data/import/millwright-realm.json"), new Realm(world).text());
    }

    private static void relink(Path link, Path target) throws IOException {
        if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(target)) {
            return;
        }
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            Folders.delete(link);
        }
        Files.createSymbolicLink(link, target);
    }

    private static Map<String, String> configuration(World world) {
        var values = new LinkedHashMap<String, String>();
        values.put("hostname", "http://localhost:" + world.ports().keycloak());
        values.put("http-enabled", "true");
        values.put("http-host", "127.0.0.1");
        values.put("http-port", Integer.toString(world.ports().keycloak()));
        values.put("cache", "local");
        values.put("db-url", world.database("keycloak"));
        values.put("db-username", PostgresServer.KEYCLOAK);
        values.put("db-password", world.secrets().text("database-" + PostgresServer.KEYCLOAK));
        values.put("db-pool-max-size", "20");
        values.put("bootstrap-admin-username", "millwright-keycloak-admin");
        values.put("bootstrap-admin-password", world.secrets().text("keycloak-admin"));
        return values;
    }

    @Override
    public Part part(World world) {
        var folder = world.data("keycloak");
        var command = command(folder);
        command.addAll(List.of("start", "--optimized", "--import-realm"));
        var probe = new Probe.Http(URI.create("http://127.0.0.1:"
                + world.ports().keycloak() + "/realms/millwright/.well-known/openid-configuration"));
        return Part.of(name(), command, world.environment(name()), folder, probe)
                .after("postgres");
    }

    /** What {@code kc.sh} would start, without the shell in between, so that our signals reach the server. */
    static List<String> command(Path home) {
        var command = new ArrayList<String>();
        command.add(World.java().toString());
        command.addAll(List.of(
                "-Xms64m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:MetaspaceSize=96m",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=224m",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        return command;
    }
}
