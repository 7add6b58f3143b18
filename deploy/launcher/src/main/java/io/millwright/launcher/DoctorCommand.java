package io.millwright.launcher;

import java.nio.file.Files;
import java.util.Optional;

/** {@code doctor}: looks at everything a start needs, and whether a running world keeps to itself. */
final class DoctorCommand {

    private final World world;
    private boolean well = true;

    DoctorCommand(World world) {
        this.world = world;
    }

    /** Exit status 0 when nothing is wrong. */
    int run() {
        check("JDK", () -> "%s (%s)".formatted(Runtime.version(), World.javaHome()));
        check("Maven", () -> new Maven(world)
                .tool("-v")
                .output()
                .map(text -> text.lines().findFirst().orElse(""))
                .orElseThrow(() ->
                        new LauncherException("no Maven 3.8.6 or newer on the PATH (Debian: apt-get install maven)")));
        check(
                "Python for Ray",
                () -> new RayInstallation(world).isThere()
                        ? "Ray " + world.versions().ray() + " is installed"
                        : Python.find()
                                .map(python -> python.program().toString())
                                .orElse("none: " + Python.whyNone() + "; jobs run on the local backend"));
        check("Folders and disk", () -> {
            Preflight.require(world);
            return world.home().toString();
        });
        check(
                "User for PostgreSQL",
                () -> Unprivileged.prefix().isEmpty() ? "an ordinary user" : "root, through a user namespace");
        check("Memory", () -> memory().orElse("unknown"));
        if (new StateFile(world).supervisor().isPresent()) {
            check("Listeners on loopback only", this::listeners);
        } else {
            check("Free ports", () -> {
                var wanted = new java.util.LinkedHashMap<Integer, String>();
                world.kinds().forEach(kind -> wanted.putAll(kind.ports(world.ports())));
                PortCheck.require(wanted);
                return "%d to %d".formatted(world.ports().base(), world.ports().base() + 9);
            });
        }
        return well ? 0 : 1;
    }

    private void check(String what, java.util.function.Supplier<String> look) {
        try {
            System.out.printf("ok    %-26s %s%n", what, look.get());
        } catch (LauncherException e) {
            well = false;
            System.out.printf("WRONG %-26s %s%n", what, e.getMessage());
        }
    }

    private String listeners() {
        var holders = Listeners.holders(WorldProcesses.all(world));
        var ours = Listeners.all().stream()
                .filter(one -> holders.containsKey(one.inode()))
                .toList();
        var list = new StringBuilder();
        for (var one : ours) {
            var pid = holders.get(one.inode());
            list.append("%n        %-28s %s".formatted(one.address() + ":" + one.port(), WorldProcesses.title(pid)));
        }
        if (!ours.stream().allMatch(Listeners.Listener::loopback)) {
            throw new LauncherException("something listens to other machines:" + list);
        }
        return ours.size() + " sockets" + list;
    }

    private static Optional<String> memory() {
        try (var lines = Files.lines(java.nio.file.Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .map(megabytes -> {
                        if (megabytes < 4096) {
                            throw new LauncherException("only %d MB are available; the idle world takes up to 4096 MB"
                                    .formatted(megabytes));
                        }
                        return megabytes + " MB available";
                    })
                    .findFirst();
        } catch (java.io.IOException e) {
            return Optional.empty();
        }
    }
}
