package io.millwright.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Someone who writes a template outside this repository, with Millwright's artefacts in a local Maven repository of their own and
 * without a network. What is not Millwright's comes from the repository that this build uses, which stays as it is.
 */
final class Author {

    private static final String VERSION = "0.1.0-SNAPSHOT";
    private static final List<String> JARS = List.of(
            "plugins/plugin-api", "plugins/plugin-testkit", "plugins/plugin-archive", "plugins/template-archetype");
    private static final List<String> PARENTS = List.of("", "plugins", "plugins/template-parent");

    private final Path folder;
    private final Path repository;

    Author(Path folder) {
        this.folder = folder;
        this.repository = folder.resolve("repository");
        PARENTS.forEach(module -> lay(module, false));
        JARS.forEach(module -> lay(module, true));
    }

    /** Makes a new template from the archetype; gives its folder. */
    Path generate(String id, String name) {
        maven(
                folder,
                "org.apache.maven.plugins:maven-archetype-plugin:%s:generate".formatted(pinned("archetype.version")),
                "-DarchetypeGroupId=io.millwright",
                "-DarchetypeArtifactId=template-archetype",
                "-DarchetypeVersion=" + VERSION,
                "-DgroupId=org.example",
                "-DartifactId=" + id,
                "-Dpackage=org.example.own",
                "-DtemplateName=" + name);
        return folder.resolve(id);
    }

    /** Tests and packs a template; gives its archive. */
    static Path archive(Path template) {
        return template.resolve("target/%s-%s-template.zip".formatted(template.getFileName(), VERSION));
    }

    void build(Path template) {
        maven(template, "package");
    }

    /** What {@code install} would lay into the repository, from what this build has packed. */
    private void lay(String module, boolean jar) {
        var root = World.Running.root();
        var name =
                module.isEmpty() ? "millwright" : Path.of(module).getFileName().toString();
        var place = repository.resolve("io/millwright/%s/%s".formatted(name, VERSION));
        var file = "%s-%s".formatted(name, VERSION);
        try {
            Files.createDirectories(place);
            Files.copy(root.resolve(module).resolve("pom.xml"), place.resolve(file + ".pom"));
            if (jar) {
                Files.copy(root.resolve(module).resolve("target").resolve(file + ".jar"), place.resolve(file + ".jar"));
            }
        } catch (IOException missing) {
            throw new UncheckedIOException("package Millwright first: ./mvnw package -DskipTests", missing);
        }
    }

    private void maven(Path where, String... arguments) {
        var command = new ArrayList<String>(List.of(
                World.Running.root().resolve("mvnw").toString(),
                "-o",
                "-B",
                "-q",
                "-Dmaven.repo.local=" + repository,
                "-Dmaven.repo.local.tail=" + theirs()));
        command.addAll(List.of(arguments));
        try {
            Files.createDirectories(where);
            var printed = Files.createTempFile(folder, "maven", ".txt");
            var process = new ProcessBuilder(command)
                    .directory(where.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
            var ended = process.waitFor(5, TimeUnit.MINUTES);
            if (!ended || process.exitValue() != 0) {
                process.destroy();
                throw new AssertionError(String.join(" ", command) + " failed:\n" + Files.readString(printed));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A version as the root of this build names it: without a network Maven cannot look for the newest. */
    private static String pinned(String property) {
        try {
            var pom = Files.readString(World.Running.root().resolve("pom.xml"));
            return pom.split("</?" + Pattern.quote(property) + ">")[1];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The repository of the build that runs this test, as Surefire tells. */
    private static String theirs() {
        return System.getProperty("localRepository", System.getProperty("user.home") + "/.m2/repository");
    }
}
