package io.millwright.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds what the build made, by folder and file name. */
final class Artefacts {

    private static final List<String> BESIDE =
            List.of("-sources.jar", "-javadoc.jar", "-tests.jar", "-plain.jar", ".original");

    private Artefacts() {}

    /** All matching files in a folder of the checkout, in the order of their names, without sources, tests and the like. */
    static List<Path> all(Path checkout, String folder, String glob) {
        var directory = checkout.resolve(folder);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var stream = Files.newDirectoryStream(directory, glob)) {
            var found = new java.util.ArrayList<Path>();
            stream.forEach(found::add);
            found.removeIf(file -> BESIDE.stream().anyMatch(file.toString()::endsWith));
            found.sort(null);
            return List.copyOf(found);
        } catch (IOException e) {
            throw new LauncherException("%s cannot be read: %s.".formatted(directory, Folders.reason(e)), e);
        }
    }

    private static final List<String> EXECUTABLE = List.of("-exec.jar", "-app.jar");

    /** The executable jar of a module: the one with the classifier {@code exec} or {@code app} where the build made two. */
    static Optional<Path> jar(Path checkout, String module, String artefact) {
        var jars = all(checkout, module + "/target", artefact + "-*.jar");
        return jars.stream().filter(Artefacts::isExecutable).findFirst().or(() -> jars.stream()
                .findFirst());
    }

    /** The plain jar of a module, never the executable one. */
    static Path library(Path checkout, String module, String artefact) {
        return all(checkout, module + "/target", artefact + "-*.jar").stream()
                .filter(jar -> !isExecutable(jar))
                .findFirst()
                .orElseThrow(() -> missing(module, artefact));
    }

    private static boolean isExecutable(Path jar) {
        return EXECUTABLE.stream().anyMatch(jar.toString()::endsWith);
    }

    static LauncherException missing(String module, String artefact) {
        return new LauncherException(
                "%s/target holds no %s-*.jar. Run ./millwright up without MILLWRIGHT_BUILD=skip, or build it with Maven first."
                        .formatted(module, artefact));
    }
}
