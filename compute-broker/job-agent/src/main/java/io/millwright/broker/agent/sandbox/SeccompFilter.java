package io.millwright.broker.agent.sandbox;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;

/**
 * Which system calls a thread and its children may make: those a JVM and native engines compute with. No sockets but those
 * below, no new processes, no way to reach into other processes, to watch or change files past Landlock, or into rarely used
 * parts of the kernel. A small program in classic BPF (see {@code seccomp(2)}), x86-64 only.
 *
 * <p>Where a process controls a GPU, its driver's library offers its memory to other processes of the program at a socket
 * with a name that is no file, and gives up where it may not. Such a socket can be made and can wait. What carries nothing
 * without a connection is all that can be made, in pairs too, and connections are refused: nobody can be let in, and nobody
 * be called.
 *
 * <p>It is a list of refusals, since JVMs and native engines differ in what they use; numbers newer than the list are
 * refused as unknown, which libraries handle.
 */
final class SeccompFilter {

    private static final int LOAD = 0x20;
    private static final int JUMP_EQUAL = 0x15;
    private static final int JUMP_AT_LEAST = 0x35;
    private static final int JUMP_ANY_BIT = 0x45;
    private static final int AND = 0x54;
    private static final int RETURN = 0x06;

    private static final int ALLOW = 0x7fff0000;
    private static final int KILL = 0x80000000;
    private static final int REFUSE = 0x00050000;
    private static final int NOT_PERMITTED = REFUSE | 1;
    private static final int UNKNOWN_CALL = REFUSE | 38;

    private static final int NUMBER = 0;
    private static final int ARCHITECTURE = 4;
    private static final int FIRST_ARGUMENT = 16;
    private static final int SECOND_ARGUMENT = 24;

    private static final int X86_64 = 0xc000003e;
    private static final int NEWEST_KNOWN = 467;
    private static final int SET_MODE_FILTER = 1;

    private static final int SOCKET = 41;
    private static final int BIND = 49;
    private static final int LISTEN = 50;
    private static final int SOCKETPAIR = 53;
    private static final int CLONE = 56;
    private static final int KILL_PROCESS = 62;
    private static final int FCNTL = 72;
    private static final int PRCTL = 157;
    private static final int IOCTL = 16;
    private static final int TGKILL = 234;
    private static final int SCHED_SETAFFINITY = 203;
    private static final int PRLIMIT = 302;
    /** Its flags lie in memory where a filter cannot see them; libraries fall back to {@code clone}. */
    private static final int CLONE3 = 435;

    private static final int CLONE_THREAD = 0x00010000;
    private static final int CLONE_NEW_NAMESPACES = 0x7e020080;
    private static final int AF_UNIX = 1;
    private static final int SOCK_STREAM = 1;
    private static final int SOCK_SEQPACKET = 5;
    /** Of the kind of a socket, without its flags. */
    private static final int SOCK_KIND = 0xf;

    /** What is refused: words say why, numbers are system calls. */
    private static final String REFUSED = """
            sockets, since the process speaks over the pipes it was born with (three of them see waitingSockets): 41 42 43 49 50 288
            new processes by fork and vfork, while threads are told apart in clone: 57 58
            other processes, their memory and their handles: 101 310 311 312 424 434 438 440 448
            signals by other ways than kill and tgkill: 129 200 297
            priorities and memory placement, of others too: 141 142 144 251 256 279 314
            memory and queues shared by name: 29 30 31 64 65 66 67 68 69 70 71 220 240 241
            memory that no count of resident pages sees, memfd: 319 447
            what Landlock does not hear of, modes: 90 91 268 452 and owners: 92 93 94 260
            and attributes: 188 189 190 197 198 199 463 466 and times: 132 235 261 280
            and watching folders: 253 254 294 300 301 and files by handle: 303 304
            mounts and namespaces: 155 161 165 166 272 308 428 429 430 431 432 433 442 457 458 467
            io uring, bpf, userfaultfd, keys, perf and the like, rarely used and often attacked:
            154 212 248 249 250 298 321 323 425 426 427
            who one is: 105 106 113 114 116 117 119 122 123 126
            the machine, its modules, clocks, swap, names, quotas, log and ports:
            103 134 153 159 163 164 167 168 169 170 171 172 173 175 176 179 227 246 305 313 320 443
            """;

    private final Kernel kernel;
    private final int[][] program = new int[400][];
    private int length;

    /**
     * @param ownProcess the number of the process, which stays the same when it becomes another program
     * @param controlsDevices whether it was granted a GPU
     */
    SeccompFilter(Kernel kernel, int ownProcess, boolean controlsDevices) {
        this.kernel = kernel;
        add(LOAD, 0, 0, ARCHITECTURE);
        add(JUMP_EQUAL, 1, 0, X86_64);
        add(RETURN, 0, 0, KILL);
        add(LOAD, 0, 0, NUMBER);
        add(JUMP_AT_LEAST, 0, 1, NEWEST_KNOWN + 1);
        add(RETURN, 0, 0, UNKNOWN_CALL);
        if (controlsDevices) {
            waitingSockets();
        }
        refuseAll();
        add(JUMP_EQUAL, 0, 1, CLONE3);
        add(RETURN, 0, 0, UNKNOWN_CALL);
        threadsOnly();
        unconnected(SOCKETPAIR);
        firstArgumentOneOf(KILL_PROCESS, ownProcess);
        firstArgumentOneOf(TGKILL, ownProcess);
        firstArgumentOneOf(PRLIMIT, 0, ownProcess);
        firstArgumentOneOf(SCHED_SETAFFINITY, 0, ownProcess);
        // the parent-death signal and the memory map of the process are not the template's to change
        argumentNoneOf(PRCTL, FIRST_ARGUMENT, 1, 35);
        // F_SETOWN, F_SETSIG, F_SETOWN_EX: signals to others through a file
        argumentNoneOf(FCNTL, SECOND_ARGUMENT, 8, 10, 15);
        // TIOCSTI, TIOCLINUX: typing into a terminal
        argumentNoneOf(IOCTL, SECOND_ARGUMENT, 0x5412, 0x541c);
        add(RETURN, 0, 0, ALLOW);
    }

    /** Whether the kernel knows filters and the processor is one the list was written for. */
    static boolean available(Kernel kernel) {
        if (!System.getProperty("os.arch").equals("amd64")) {
            return false;
        }
        MemorySegment action = kernel.allocate(8);
        action.set(JAVA_INT, 0, REFUSE);
        return kernel.attempt(Syscalls.SECCOMP, 2, 0, action.address(), 0, 0) == 0;
    }

    /** From here on this thread, and all it starts or becomes, is held by the filter. */
    void enforce() {
        MemorySegment code = kernel.allocate(8L * length);
        for (int i = 0; i < length; i++) {
            int[] step = program[i];
            code.set(JAVA_SHORT, 8L * i, (short) step[0]);
            code.set(java.lang.foreign.ValueLayout.JAVA_BYTE, 8L * i + 2, (byte) step[1]);
            code.set(java.lang.foreign.ValueLayout.JAVA_BYTE, 8L * i + 3, (byte) step[2]);
            code.set(JAVA_INT, 8L * i + 4, step[3]);
        }
        MemorySegment descriptor = kernel.allocate(16);
        descriptor.set(JAVA_SHORT, 0, (short) length);
        descriptor.set(ADDRESS, 8, code);
        kernel.call("filter system calls", Syscalls.SECCOMP, SET_MODE_FILTER, 0, descriptor.address(), 0, 0);
    }

    private void refuseAll() {
        int number = 0;
        for (int i = 0; i < REFUSED.length(); i++) {
            char c = REFUSED.charAt(i);
            if (c >= '0' && c <= '9') {
                number = number * 10 + (c - '0');
            } else if (number > 0) {
                add(JUMP_EQUAL, 0, 1, number);
                add(RETURN, 0, 0, NOT_PERMITTED);
                number = 0;
            }
        }
    }

    /** What is allowed here never comes to the refusals. */
    private void waitingSockets() {
        add(JUMP_EQUAL, 0, 1, BIND);
        add(RETURN, 0, 0, ALLOW);
        add(JUMP_EQUAL, 0, 1, LISTEN);
        add(RETURN, 0, 0, ALLOW);
        unconnected(SOCKET);
    }

    /** Of one machine, and of a kind that carries nothing without a connection. */
    private void unconnected(int number) {
        add(JUMP_EQUAL, 0, 8, number);
        add(LOAD, 0, 0, FIRST_ARGUMENT);
        add(JUMP_EQUAL, 0, 4, AF_UNIX);
        add(LOAD, 0, 0, SECOND_ARGUMENT);
        add(AND, 0, 0, SOCK_KIND);
        add(JUMP_EQUAL, 2, 0, SOCK_STREAM);
        add(JUMP_EQUAL, 1, 0, SOCK_SEQPACKET);
        add(RETURN, 0, 0, NOT_PERMITTED);
        add(RETURN, 0, 0, ALLOW);
    }

    private void threadsOnly() {
        add(JUMP_EQUAL, 0, 6, CLONE);
        add(LOAD, 0, 0, FIRST_ARGUMENT);
        add(JUMP_ANY_BIT, 0, 1, CLONE_NEW_NAMESPACES);
        add(RETURN, 0, 0, NOT_PERMITTED);
        add(JUMP_ANY_BIT, 1, 0, CLONE_THREAD);
        add(RETURN, 0, 0, NOT_PERMITTED);
        add(RETURN, 0, 0, ALLOW);
    }

    private void firstArgumentOneOf(int number, int... allowed) {
        add(JUMP_EQUAL, 0, 3 + allowed.length, number);
        add(LOAD, 0, 0, FIRST_ARGUMENT);
        for (int i = 0; i < allowed.length; i++) {
            add(JUMP_EQUAL, allowed.length - i, 0, allowed[i]);
        }
        add(RETURN, 0, 0, NOT_PERMITTED);
        add(RETURN, 0, 0, ALLOW);
    }

    private void argumentNoneOf(int number, int argument, int... refused) {
        add(JUMP_EQUAL, 0, 3 + refused.length, number);
        add(LOAD, 0, 0, argument);
        for (int i = 0; i < refused.length; i++) {
            add(JUMP_EQUAL, refused.length - i, 0, refused[i]);
        }
        add(RETURN, 0, 0, ALLOW);
        add(RETURN, 0, 0, NOT_PERMITTED);
    }

    private void add(int code, int whenTrue, int whenFalse, int value) {
        program[length++] = new int[] {code, whenTrue, whenFalse, value};
    }
}
