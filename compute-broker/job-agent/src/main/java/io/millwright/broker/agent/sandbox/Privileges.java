package io.millwright.broker.agent.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;

/** What the process gives up for good before it becomes the template process, and what binds it to its parent. */
final class Privileges {

    private static final int PR_SET_PDEATHSIG = 1;
    private static final int PR_CAPBSET_DROP = 24;
    private static final int PR_SET_NO_NEW_PRIVS = 38;
    private static final int SIGKILL = 9;
    private static final int LAST_CAPABILITY = 63;
    private static final int CAPABILITY_VERSION_3 = 0x20080522;

    private static final int RLIMIT_FSIZE = 1;
    private static final int RLIMIT_DATA = 2;
    private static final int RLIMIT_CORE = 4;
    private static final int RLIMIT_NOFILE = 7;
    private static final int OPEN_FILES = 4096;

    private final Kernel kernel;

    Privileges(Kernel kernel) {
        this.kernel = kernel;
    }

    /** The kernel kills this process when the thread that started it ends. */
    void dieWith(int parent) {
        kernel.call("bind the process to its agent", Syscalls.PRCTL, PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
        if (kernel.attempt(Syscalls.GETPPID, 0, 0, 0, 0, 0) != parent) {
            throw new IllegalStateException("the agent ended before its template process began");
        }
    }

    /** No program it becomes gains rights; for root, the rights root has are dropped as well. */
    void drop() {
        kernel.call("rule out new privileges", Syscalls.PRCTL, PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
        for (int capability = 0; capability <= LAST_CAPABILITY; capability++) {
            kernel.attempt(Syscalls.PRCTL, PR_CAPBSET_DROP, capability, 0, 0, 0);
        }
        MemorySegment header = kernel.allocate(8);
        header.set(JAVA_INT, 0, CAPABILITY_VERSION_3);
        MemorySegment none = kernel.allocate(24);
        kernel.call("drop capabilities", Syscalls.CAPSET, header.address(), none.address(), 0, 0, 0);
    }

    /**
     * @param fileBytes largest file it may write
     * @param dataBytes largest private memory it may ask for: a stop for what grows faster than the agent looks
     */
    void limit(long fileBytes, long dataBytes) {
        limit(RLIMIT_CORE, 0);
        limit(RLIMIT_NOFILE, OPEN_FILES);
        limit(RLIMIT_FSIZE, fileBytes);
        limit(RLIMIT_DATA, dataBytes);
    }

    private void limit(int resource, long value) {
        MemorySegment old = kernel.allocate(16);
        kernel.call("read a limit", Syscalls.PRLIMIT64, 0, resource, 0, old.address(), 0);
        long hard = old.get(JAVA_LONG, 8);
        long lowered = Long.compareUnsigned(hard, value) < 0 ? hard : value;
        MemorySegment limits = kernel.allocate(16);
        limits.set(JAVA_LONG, 0, lowered);
        limits.set(JAVA_LONG, 8, lowered);
        kernel.call("set a limit", Syscalls.PRLIMIT64, 0, resource, limits.address(), 0, 0);
    }
}
