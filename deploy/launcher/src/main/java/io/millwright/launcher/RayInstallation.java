package io.millwright.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The pinned Ray wheel in a virtual environment in the cache. */
record RayInstallation(World world) {

    /** The folder, whether it is there or not. */
    Path folder() {
        return world.settings().cache().resolve("ray-" + world.versions().ray());
    }

    boolean isThere() {
        return Files.isRegularFile(folder().resolve("installed"));
    }

    Path python() {
        return folder().resolve("bin/python");
    }

    /** The Java side of this very Ray, which the broker loads. */
    Path jar() {
        try (var python = Files.newDirectoryStream(folder().resolve("lib"), "python3*")) {
            for (var version : python) {
                return version.resolve("site-packages/ray/jars/ray_dist.jar");
            }
        } catch (IOException e) {
            throw new LauncherException(
                    "%s is damaged: remove it and run ./millwright up again.".formatted(folder()), e);
        }
        throw new LauncherException("%s is damaged: remove it and run ./millwright up again.".formatted(folder()));
    }

    /** Installs it where it is missing. Gives the reason, as half a sentence, where that cannot be done. */
    Optional<String> prepare(Progress progress) {
        if (isThere()) {
            return Optional.empty();
        }
        var python = Python.find();
        if (python.isEmpty()) {
            return Optional.of(Python.whyNone());
        }
        try {
            progress.step("Installing Ray " + world.versions().ray(), () -> install(python.get()));
            return Optional.empty();
        } catch (LauncherException e) {
            return Optional.of("Ray could not be installed (see %s)".formatted(log()));
        }
    }

    private void install(Python python) {
        Folders.make(folder(), unfinished -> {
            Tool.of(python.program().toString(), "-m", "venv", unfinished.toString())
                    .with(world.environment(World.HELPER))
                    .run("Making a Python environment", log());
            Tool.of(
                            unfinished.resolve("bin/python").toString(),
                            "-m",
                            "pip",
                            "install",
                            "--no-input",
                            "--disable-pip-version-check",
                            "--only-binary=:all:",
                            "ray[default]==" + world.versions().ray())
                    .with(world.environment(World.HELPER))
                    .run("Installing Ray", log());
            Files.writeString(unfinished.resolve("installed"), world.versions().ray() + "\n");
        });
    }

    private Path log() {
        return world.log("ray-install");
    }
}
