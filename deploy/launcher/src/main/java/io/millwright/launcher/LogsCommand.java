package io.millwright.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** {@code logs PART [--follow]}: the end of a part's log. */
record LogsCommand(World world) {

    int run(List<String> arguments) {
        var parts = arguments.stream().filter(word -> !word.startsWith("-")).toList();
        if (parts.size() != 1 || !Files.exists(world.log(parts.getFirst()))) {
            throw new LauncherException("Usage: ./millwright logs PART [--follow], where PART is one of: "
                    + String.join(", ", available()));
        }
        var command = new ArrayList<>(List.of("tail", "-n", "200"));
        if (arguments.contains("--follow") || arguments.contains("-f")) {
            command.add("-F");
        }
        command.add(world.log(parts.getFirst()).toString());
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new LauncherException("The log cannot be shown: %s.".formatted(Folders.reason(e)), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private List<String> available() {
        if (!Files.isDirectory(world.logs())) {
            return List.of("(none yet)");
        }
        try (var files = Files.list(world.logs())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".log"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
