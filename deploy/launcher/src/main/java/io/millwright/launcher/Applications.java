package io.millwright.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What portal and broker have in common: their jars, copied so that a later build does not pull them away, and their properties. */
record Applications(World world) {

    /** The start jar of the unpacked application. */
    private Path jar(String part) {
        return folder(part).resolve(part + ".jar");
    }

    private Path folder(String part) {
        return world.run().resolve("apps").resolve(part);
    }

    void copyJar(String part, String module) {
        var checkout = world.settings().checkout();
        var jar = Artefacts.jar(checkout, module, part).orElseThrow(() -> Artefacts.missing(module, part));
        try {
            unpack(part, jar);
        } catch (IOException e) {
            throw new LauncherException("%s could not be copied: %s.".formatted(jar, Folders.reason(e)), e);
        }
    }

    // Unpacked, because the JVM's archive of prepared classes holds none that come out of a jar within a jar.
    private void unpack(String part, Path jar) throws IOException {
        var packed = folder(part).resolveSibling(part + "-packed.jar");
        if (Files.exists(jar(part)) && Files.exists(packed) && Files.mismatch(jar, packed) < 0) {
            return;
        }
        Folders.delete(packed);
        Folders.make(folder(part), folder -> {
            var copy = Files.copy(jar, folder.resolveSibling(part + ".jar"), StandardCopyOption.REPLACE_EXISTING);
            Tool.of(
                            World.java().toString(),
                            "-Djarmode=tools",
                            "-jar",
                            copy.toString(),
                            "extract",
                            "--force",
                            "--destination",
                            folder.toString())
                    .run("Unpacking " + jar.getFileName(), new Maven(world).log());
            Files.delete(copy);
        });
        Folders.refresh(jar, packed);
    }

    /** Copies exactly these files into a folder of the run folder, and removes what else lies there. */
    Path copyAll(String name, List<Path> files) {
        var folder = world.run().resolve(name);
        try {
            Files.createDirectories(folder);
            for (var file : files) {
                Folders.refresh(file, folder.resolve(file.getFileName()));
            }
            var names = files.stream().map(Path::getFileName).collect(Collectors.toSet());
            try (var present = Files.list(folder)) {
                for (var file : present.filter(one -> !names.contains(one.getFileName()))
                        .toList()) {
                    Folders.delete(file);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new LauncherException("%s could not be filled: %s.".formatted(folder, Folders.reason(e)), e);
        }
    }

    /** What both read. */
    Map<String, String> properties() {
        var secrets = world.secrets();
        var values = new LinkedHashMap<String, String>();
        values.put("millwright.home", world.home().toString());
        values.put("millwright.public-url", world.publicAddress());
        values.put("millwright.demo", "true");
        values.put(
                "millwright.objects.location",
                world.settings()
                        .externalObjects()
                        .orElse(world.data("objects").toUri().toString()));
        values.put(
                "millwright.objects.master-key-file",
                secrets.key("objects-master-key").toString());
        values.put("millwright.database.url", world.database("millwright"));
        role(values, "owner", PostgresServer.OWNER);
        role(values, "app", PostgresServer.APP);
        role(values, "operator", PostgresServer.OPERATOR);
        role(values, "broker", PostgresServer.BROKER);
        values.put(
                "millwright.broker.gateway-url",
                "http://127.0.0.1:" + world.ports().broker());
        return values;
    }

    private void role(Map<String, String> values, String name, String role) {
        values.put("millwright.database." + name + "-user", role);
        values.put("millwright.database." + name + "-password", world.secrets().text("database-" + role));
    }

    Path propertiesFile(String part) {
        return world.run().resolve(part + ".properties");
    }

    void write(String part, int port, Map<String, String> own) {
        var values = properties();
        values.put("server.port", Integer.toString(port));
        values.put("server.address", "127.0.0.1");
        values.putAll(own);
        Folders.write(propertiesFile(part), PropertyText.of(values));
    }

    List<String> command(String part, String... flags) {
        var command = new ArrayList<String>();
        command.add(World.java().toString());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                // Made at the end of the first run, used by the later ones, made again when the classes have changed.
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + world.run().resolve("apps").resolve(part + ".jsa"),
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off"));
        command.addAll(List.of(flags));
        command.addAll(List.of(
                "-jar", jar(part).toString(), "--spring.config.additional-location=file:" + propertiesFile(part)));
        return command;
    }
}
