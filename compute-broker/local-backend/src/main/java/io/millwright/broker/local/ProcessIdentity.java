package io.millwright.broker.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process of this machine, by what cannot repeat: its number is used again one day, the moment of its start is not.
 *
 * @param pid its number
 * @param start clock ticks since boot when it started
 * @param boot which boot of the machine
 */
record ProcessIdentity(long pid, long start, String boot) {

    /** What the kernel tells of a living process; zombies do not live. */
    record Living(ProcessIdentity identity, long parent, long session) {}

    /** Asks the kernel; empty when there is no such process or it has ended. */
    static Optional<Living> look(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The second field is the program's name in parentheses and may hold anything.
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            if (fields[0].equals("Z") || fields[0].equals("X")) {
                return Optional.empty();
            }
            var identity = new ProcessIdentity(pid, Long.parseLong(fields[19]), thisBoot());
            return Optional.of(new Living(identity, Long.parseLong(fields[1]), Long.parseLong(fields[3])));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    boolean isAlive() {
        return look(pid).filter(living -> living.identity().equals(this)).isPresent();
    }

    private static String thisBoot() throws IOException {
        return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
    }
}
