package io.millwright.broker.agent.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;

/**
 * Which files a thread and its children may touch: none, but for what is granted here. Linux, Landlock
 * (<a href="https://docs.kernel.org/userspace-api/landlock.html">kernel documentation</a>).
 *
 * <p>Landlock hears of reading, writing, making and removing, not of looking at a file's size, changing its mode or
 * watching a folder; {@link SeccompFilter} takes care of those it can.
 */
final class LandlockRules {

    private static final long EXECUTE = 1;
    private static final long WRITE_FILE = 1 << 1;
    private static final long READ_FILE = 1 << 2;
    private static final long READ_DIR = 1 << 3;
    private static final long REMOVE_DIR = 1 << 4;
    private static final long REMOVE_FILE = 1 << 5;
    private static final long MAKE_DIR = 1 << 7;
    private static final long MAKE_REG = 1 << 8;
    private static final long REFER = 1 << 13;
    private static final long TRUNCATE = 1 << 14;
    private static final long IOCTL_DEV = 1 << 15;

    /** What can be granted on something that is not a folder. */
    private static final long FILE_RIGHTS = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV;

    static final long READ = READ_FILE | READ_DIR;
    static final long RUN = READ_FILE | EXECUTE;
    /** No symbolic links, devices, sockets or pipes: whoever collects the files afterwards must not be led elsewhere. */
    static final long WRITE = READ | WRITE_FILE | TRUNCATE | REMOVE_DIR | REMOVE_FILE | MAKE_DIR | MAKE_REG | REFER;

    /** For device files, which are spoken to by more than reading and writing. */
    static final long CONTROL = READ_FILE | WRITE_FILE | IOCTL_DEV;

    private static final int O_PATH_CLOEXEC = 0x200000 | 0x80000;
    private static final int AT_FDCWD = -100;
    private static final int VERSION_QUERY = 1;
    private static final int RULE_PATH_BENEATH = 1;
    private static final long ALL_NETWORK_RIGHTS = 3;
    private static final long ALL_SCOPES = 3;

    private final Kernel kernel;
    private final long handled;
    private final long ruleset;

    LandlockRules(Kernel kernel, int version) {
        this.kernel = kernel;
        this.handled = rightsOf(version);
        MemorySegment attributes = kernel.allocate(24);
        attributes.set(JAVA_LONG_UNALIGNED, 0, handled);
        attributes.set(JAVA_LONG_UNALIGNED, 8, version >= 4 ? ALL_NETWORK_RIGHTS : 0);
        attributes.set(JAVA_LONG_UNALIGNED, 16, version >= 6 ? ALL_SCOPES : 0);
        long size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
        this.ruleset = kernel.call(
                "make Landlock rules", Syscalls.LANDLOCK_CREATE_RULESET, attributes.address(), size, 0, 0, 0);
    }

    /** The version the kernel offers, 0 when it has none or it is switched off. */
    static int version(Kernel kernel) {
        return (int) Math.max(0, kernel.attempt(Syscalls.LANDLOCK_CREATE_RULESET, 0, 0, VERSION_QUERY, 0, 0));
    }

    /** Grants rights on a file, or on a folder and all beneath it; nothing when the path does not exist. */
    void grant(String path, long rights) {
        long opened =
                kernel.attempt(Syscalls.OPENAT, AT_FDCWD, kernel.text(path).address(), O_PATH_CLOEXEC, 0, 0);
        if (opened < 0) {
            return;
        }
        boolean folder = new java.io.File(path).isDirectory();
        MemorySegment rule = kernel.allocate(12);
        rule.set(JAVA_LONG_UNALIGNED, 0, rights & handled & (folder ? ~0L : FILE_RIGHTS));
        rule.set(JAVA_INT_UNALIGNED, 8, (int) opened);
        kernel.call("grant " + path, Syscalls.LANDLOCK_ADD_RULE, ruleset, RULE_PATH_BENEATH, rule.address(), 0, 0);
        kernel.attempt(Syscalls.CLOSE, opened, 0, 0, 0, 0);
    }

    /** From here on this thread, and all it starts or becomes, is held by the rules. */
    void enforce() {
        kernel.call("enforce Landlock rules", Syscalls.LANDLOCK_RESTRICT_SELF, ruleset, 0, 0, 0, 0);
    }

    private static long rightsOf(int version) {
        return switch (version) {
            case 1 -> (1L << 13) - 1;
            case 2 -> (1L << 14) - 1;
            case 3, 4 -> (1L << 15) - 1;
            default -> (1L << 16) - 1;
        };
    }
}
