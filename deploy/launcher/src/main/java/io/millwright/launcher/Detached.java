package io.millwright.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the supervisor so that it outlives the terminal it was started from. */
record Detached(World world) {

    void start() {
        var command = new ArrayList<String>();
        // A session of its own: the Ctrl-C that ends "up" must not end the world.
        if (Tool.of("setsid", "--version").output().isPresent()) {
            command.add("setsid");
        }
        command.addAll(List.of(
                World.java().toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xms8m",
                "-Xmx32m",
                "-Dmillwright.checkout=" + world.settings().checkout(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "supervise"));
        command.addAll(List.copyOf(world.settings().only()));
        try {
            Files.createDirectories(world.logs());
            var builder = new ProcessBuilder(command)
                    .directory(world.settings().checkout().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            world.log("supervisor").toFile()));
            builder.environment().put(World.MARK, world.home().toString());
            builder.environment()
                    .put("MILLWRIGHT_PORT", Integer.toString(world.ports().base()));
            builder.start();
        } catch (IOException e) {
            throw new LauncherException("The supervisor cannot be started: %s.".formatted(Folders.reason(e)), e);
        }
    }
}
