package io.millwright.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code test}: everything CI runs, in one Maven call whose plain output ends with Surefire's lines. */
record TestCommand(World world) {

    int run(List<String> arguments) {
        var progress = new Progress(System.out, InstantSource.system());
        chromium(progress);
        var ray = new RayInstallation(world);
        var withoutRay = ray.prepare(progress);
        withoutRay.ifPresent(reason -> progress.say("The tests on real Ray are skipped, because " + reason + "."));
        var command = new ArrayList<>(List.of(
                world.settings().checkout().resolve("mvnw").toString(),
                "-B",
                "--no-transfer-progress",
                "-Dstyle.color=never",
                "verify"));
        command.addAll(arguments);
        progress.say("Running: mvnw " + String.join(" ", command.subList(1, command.size())));
        try {
            var builder = new ProcessBuilder(command)
                    .directory(world.settings().checkout().toFile())
                    .inheritIO();
            builder.environment().put("JAVA_HOME", World.javaHome().toString());
            if (withoutRay.isEmpty()) {
                builder.environment().put("MILLWRIGHT_RAY_VENV", ray.folder().toString());
            }
            int status = builder.start().waitFor();
            progress.say(status == 0 ? "All tests passed." : "Some tests failed.");
            return status;
        } catch (IOException e) {
            throw new LauncherException("Maven cannot be started: %s.".formatted(Folders.reason(e)), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private void chromium(Progress progress) {
        if (Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .anyMatch(name -> Files.isExecutable(Path.of(name)))) {
            return;
        }
        if (!Unprivileged.isRoot() || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            progress.say("There is no Chromium here, so the browser tests will say so and fail. "
                    + "Install it with your system's packages (Debian: sudo apt-get install chromium).");
            return;
        }
        var log = world.log("chromium");
        progress.step("Installing chromium with apt-get (log: %s)".formatted(log), () -> {
            Tool.of("apt-get", "update").run("apt-get update", log);
            Tool.of("apt-get", "install", "-y", "--no-install-recommends", "chromium")
                    .with(java.util.Map.of("DEBIAN_FRONTEND", "noninteractive"))
                    .run("Installing chromium", log);
        });
    }
}
