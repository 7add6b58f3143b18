package io.millwright.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Runs a helper program to its end, its output kept in a log file. */
final class Tool {

    private final List<String> command;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Optional<Path> folder = Optional.empty();
    private String input = "";

    private Tool(List<String> command) {
        this.command = command;
    }

    static Tool of(List<String> command) {
        return new Tool(List.copyOf(command));
    }

    static Tool of(String... command) {
        return new Tool(List.of(command));
    }

    Tool in(Path workingFolder) {
        folder = Optional.of(workingFolder);
        return this;
    }

    Tool with(Map<String, String> more) {
        environment.putAll(more);
        return this;
    }

    /** Text the program reads on its standard input: the way for secrets, which must not stand in arguments. */
    Tool reading(String text) {
        input = text;
        return this;
    }

    /** Runs it; where it fails, says so with the last lines of its output. */
    void run(String what, Path log) {
        int status = status(log);
        if (status != 0) {
            throw new LauncherException("%s failed (exit status %d). The last lines of %s:%n%s"
                    .formatted(what, status, log, tail(log, 15)));
        }
    }

    /** Runs it and gives its exit status; 127 where there is no such program. */
    int status(Path log) {
        try {
            Files.createDirectories(log.getParent());
            Files.writeString(
                    log, "$ " + String.join(" ", command) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            var process = builder()
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return await(process);
        } catch (IOException e) {
            return 127;
        }
    }

    /** What it prints on its standard output, or nothing where it cannot be run or fails. */
    Optional<String> output() {
        try {
            var process =
                    builder().redirectError(ProcessBuilder.Redirect.DISCARD).start();
            var text = new String(process.getInputStream().readAllBytes());
            return await(process) == 0 ? Optional.of(text.strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private ProcessBuilder builder() {
        var builder = new ProcessBuilder(new ArrayList<>(command));
        folder.ifPresent(path -> builder.directory(path.toFile()));
        builder.environment().putAll(environment);
        return builder;
    }

    private int await(Process process) throws IOException {
        var guard = Thread.ofPlatform().unstarted(process::destroy);
        Runtime.getRuntime().addShutdownHook(guard);
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes());
        } catch (IOException e) {
            // It ended without reading; its exit status says more.
        }
        try {
            int status = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(guard);
            return status;
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted.", e);
        } catch (IllegalStateException e) {
            // Ctrl-C: the tool was ended with us, and nothing may go on as if it had failed by itself.
            LockSupport.park();
            throw new LauncherException("Interrupted.", e);
        }
    }

    /** The last lines of a log, indented; empty where there is none. */
    static String tail(Path log, int lines) {
        try {
            var all = Files.readAllLines(log, java.nio.charset.StandardCharsets.ISO_8859_1);
            var last = all.subList(Math.max(0, all.size() - lines), all.size());
            return "    " + String.join("\n    ", last);
        } catch (IOException e) {
            return "";
        }
    }
}
