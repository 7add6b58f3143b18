package io.millwright.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Builds the jars where the sources have changed since they were built. */
record Build(World world) {

    private static final List<String> MODULES =
            List.of("tenancy", "governance", "compute-broker", "plugins", "industry-templates", "frontend", "portal");
    private static final Set<String> LEFT_OUT = Set.of("target", "test", "node_modules", "docs", ".git");

    void prepare(Progress progress) {
        var checkout = world.settings().checkout();
        var stamp = checkout.resolve("target/launcher/built");
        if (!world.settings().build()) {
            return;
        }
        var state = state(checkout);
        if (jarsExist() && state.equals(stamped(stamp))) {
            return;
        }
        progress.step(
                "Building the jars with Maven (log: %s)".formatted(checkout.relativize(new Maven(world).log())), () -> {
                    new Maven(world)
                            .tool("-DskipTests", "-Dquick", "package", "-pl", String.join(",", leftOut(checkout)))
                            .run("The Maven build", new Maven(world).log());
                    Folders.write(stamp, state);
                });
    }

    // Neither the tests nor the launcher itself.
    private static List<String> leftOut(Path checkout) {
        try (var folders = Files.list(checkout.resolve("tests"))) {
            var modules = folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .map(folder -> "!tests/" + folder.getFileName())
                    .sorted();
            return Stream.concat(Stream.of("!deploy/launcher"), modules).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean jarsExist() {
        var checkout = world.settings().checkout();
        return Artefacts.jar(checkout, "portal", "portal").isPresent()
                && Artefacts.jar(checkout, "compute-broker/broker", "broker").isPresent();
    }

    private static String stamped(Path stamp) {
        try {
            return Files.exists(stamp) ? Files.readString(stamp) : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** A digest of everything the jars are made of: names and contents, because a checkout changes times without changing files. */
    static String state(Path checkout) {
        var files = new TreeSet<Path>();
        files.add(checkout.resolve("pom.xml"));
        for (var module : MODULES) {
            collect(checkout.resolve(module), files);
        }
        var digest = new Digest();
        for (var file : files) {
            digest.add(checkout.relativize(file).toString()).addFile(file);
        }
        return digest.hex();
    }

    private static void collect(Path folder, Set<Path> files) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path child, BasicFileAttributes attributes) {
                    return LEFT_OUT.contains(child.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!file.toString().endsWith(".md")) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
