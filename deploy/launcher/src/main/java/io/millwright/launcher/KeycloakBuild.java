package io.millwright.launcher;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * Keycloak's own build step, which takes some ten seconds and makes every later start quick. Its result depends on the provider
 * jars (our login theme) and the options below only, so homes share it through the cache, under a name that holds the digest of both.
 */
record KeycloakBuild(World world) {

    private static final List<String> OPTIONS = List.of("build", "--db=postgres");
    private static final int KEPT = 3;

    /** The folder of the built server, made where it is missing. */
    Path prepare(Progress progress) {
        var pristine = new Distributions(world).keycloak();
        var providers = Artefacts.all(world.settings().checkout(), "frontend/target", "frontend-*.jar");
        var digest = new Digest().add(OPTIONS.toString());
        providers.forEach(digest::addFile);
        var built = pristine.resolveSibling(
                pristine.getFileName() + "-" + digest.hex().substring(0, 12));
        if (!Files.isDirectory(built)) {
            progress.step("Building Keycloak's quick-start image", () -> build(pristine, providers, built));
        }
        return built;
    }

    private void build(Path pristine, List<Path> providers, Path built) {
        Folders.make(built, folder -> {
            copy(pristine, folder);
            for (var provider : providers) {
                Files.copy(provider, folder.resolve("providers").resolve(provider.getFileName()));
            }
            var command = KeycloakServer.command(folder);
            command.addAll(OPTIONS);
            Tool.of(command)
                    .with(world.environment(World.HELPER))
                    .run("Building Keycloak", world.log("keycloak-build"));
        });
        prune(built);
    }

    /** Hard links what never changes; what the build rewrites is copied, or it would change the pristine server. */
    private static void copy(Path from, Path to) throws IOException {
        var rewritten = from.resolve("lib/quarkus");
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                var target = to.resolve(from.relativize(file));
                if (file.startsWith(rewritten)) {
                    Files.copy(file, target);
                } else {
                    Files.createLink(target, file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void prune(Path newest) {
        var prefix = newest.getFileName().toString().replaceFirst("[^-]+$", "");
        try (var entries = Files.list(newest.getParent())) {
            var older = entries.filter(entry -> entry.getFileName().toString().startsWith(prefix))
                    .filter(entry -> !entry.equals(newest))
                    .sorted((one, other) -> Long.compare(
                            other.toFile().lastModified(), one.toFile().lastModified()))
                    .skip(KEPT)
                    .toList();
            for (var entry : older) {
                Folders.delete(entry);
            }
        } catch (IOException e) {
            // An old image that stays costs some megabytes and nothing else.
        }
    }
}
