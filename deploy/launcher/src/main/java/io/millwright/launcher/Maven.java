package io.millwright.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calls the wrapper script in the root of the checkout, on the JDK the launcher runs on. */
record Maven(World world) {

    Tool tool(String... arguments) {
        var command = new ArrayList<>(
                List.of(world.settings().checkout().resolve("mvnw").toString(), "-B"));
        command.addAll(List.of(arguments));
        return Tool.of(command)
                .in(world.settings().checkout())
                .with(world.environment(World.HELPER))
                .with(Map.of("MILLWRIGHT_CACHE", world.settings().cache().toString()));
    }

    Path log() {
        return world.log("build");
    }
}
