package io.millwright.broker.agent;

import io.millwright.broker.agent.sandbox.Confine;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The command line that confines a template process and then becomes it. */
final class SandboxPlan {

    /** Read by the loader, the C library, the JVM and native engines to find libraries, randomness and processors. */
    private static final List<String> SYSTEM = List.of(
            "/usr/lib",
            "/usr/lib64",
            "/lib",
            "/lib64",
            "/etc/ld.so.cache",
            "/dev/urandom",
            "/dev/random",
            "/proc/cpuinfo",
            "/sys/devices/system/cpu");

    /** The program that starts other programs; without the right to run it the kernel starts nothing. */
    private static final List<String> LOADERS =
            List.of("/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-x86-64.so.2", "/lib/ld-musl-x86_64.so.1");

    private static final long GIGABYTE = 1L << 30;

    /** What the driver asks for and does not use, for each GPU; with 9 GB in all one H200 started. */
    private static final long FOR_A_DRIVER = 6 * GIGABYTE;

    private final List<String> arguments = new ArrayList<>();

    SandboxPlan read(Path... paths) {
        for (Path path : paths) {
            arguments.add("read=" + path.toAbsolutePath());
        }
        return this;
    }

    SandboxPlan write(Path... folders) {
        for (Path folder : folders) {
            arguments.add("write=" + folder.toAbsolutePath());
        }
        return this;
    }

    /** Device files, to be opened and controlled. */
    SandboxPlan control(List<Path> devices) {
        for (Path device : devices) {
            arguments.add("device=" + device.toAbsolutePath());
        }
        return this;
    }

    /** What the library of a GPU's driver needs to start, besides its files. */
    SandboxPlan driver(Devices devices) {
        if (!devices.numbers().isEmpty()) {
            arguments.add("driver=" + devices.numbers().size());
            devices.libraryPath().ifPresent(path -> environment("LD_LIBRARY_PATH", path));
        }
        return control(devices.threads());
    }

    SandboxPlan environment(String name, String value) {
        arguments.add("env=" + name + "=" + value);
        return this;
    }

    /**
     * @param command what the process becomes: the JDK's own {@code java} and its arguments
     * @param memoryBytes what the agent will allow; the kernel's own stop lies above it
     */
    List<String> command(AgentSettings settings, List<String> command, long memoryBytes, long diskBytes)
            throws IOException {
        Path java = java(settings);
        var line = new ArrayList<>(List.of(
                java.toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Xmx32m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(settings.agentClassPath()),
                Confine.class.getName(),
                "policy=" + settings.sandbox().text(),
                "parent=" + ProcessHandle.current().pid(),
                "files=" + diskBytes,
                "data=" + (2 * memoryBytes + GIGABYTE + settings.devices().size() * FOR_A_DRIVER)));
        line.addAll(arguments);
        SYSTEM.forEach(path -> line.add("read=" + path));
        line.add("write=/dev/null");
        line.add("run=" + java);
        LOADERS.forEach(loader -> line.add("run=" + loader));
        for (Path folder : jdkFolders(settings.javaHome())) {
            line.add("read=" + folder);
        }
        line.add("--");
        line.addAll(command);
        return line;
    }

    static Path java(AgentSettings settings) throws IOException {
        return settings.javaHome().resolve("bin/java").toRealPath();
    }

    static String classPath(List<Path> entries) {
        return entries.stream()
                .map(entry -> entry.toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The JDK's folder, and those its configuration is linked to where a distribution keeps that elsewhere. */
    private static List<Path> jdkFolders(Path javaHome) throws IOException {
        Path home = javaHome.toRealPath();
        var folders = new ArrayList<>(List.of(home));
        for (String linked : List.of("lib/jvm.cfg", "conf/security/java.security", "lib/security/default.policy")) {
            Path file = home.resolve(linked);
            if (Files.exists(file) && !file.toRealPath().startsWith(home)) {
                folders.add(file.toRealPath().getParent());
            }
        }
        return folders;
    }
}
