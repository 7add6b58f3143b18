package io.millwright.broker.agent.sandbox;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Does, inside the sandbox, what the library of a GPU's driver does when it starts, and what it could be misused for. */
public final class DriverDeeds {

    private static final int SOCKET = 41;
    private static final int CONNECT = 42;
    private static final int ACCEPT = 43;
    private static final int BIND = 49;
    private static final int LISTEN = 50;
    private static final short AF_UNIX = 1;
    private static final short AF_INET = 2;
    private static final int STREAM = 1;
    private static final int DATAGRAM = 2;
    private static final int RAW = 3;
    private static final int SEQUENCED_PACKETS = 5;
    private static final int CLOSE_ON_EXEC = 0x80000;

    private static final Kernel KERNEL = new Kernel();

    private DriverDeeds() {}

    public static void main(String[] arguments) throws IOException {
        long waiting = KERNEL.attempt(SOCKET, AF_UNIX, SEQUENCED_PACKETS | CLOSE_ON_EXEC, 0, 0, 0);
        tell("socket of sequenced packets", waiting);
        MemorySegment nameless =
                address("\0millwright-" + ProcessHandle.current().pid());
        tell("its name", KERNEL.attempt(BIND, waiting, nameless.address(), nameless.byteSize(), 0, 0));
        tell("its waiting", KERNEL.attempt(LISTEN, waiting, 16, 0, 0, 0));
        tell("its letting in", KERNEL.attempt(ACCEPT, waiting, 0, 0, 0, 0));
        long stream = KERNEL.attempt(SOCKET, AF_UNIX, STREAM, 0, 0, 0);
        tell("socket of a stream", stream);
        tell("its calling", KERNEL.attempt(CONNECT, stream, nameless.address(), nameless.byteSize(), 0, 0));
        MemorySegment file = address(Path.of("socket").toAbsolutePath().toString());
        tell("its file", KERNEL.attempt(BIND, stream, file.address(), file.byteSize(), 0, 0));
        tell("socket of datagrams", KERNEL.attempt(SOCKET, AF_UNIX, DATAGRAM, 0, 0, 0));
        tell("socket of raw packets", KERNEL.attempt(SOCKET, AF_UNIX, RAW | CLOSE_ON_EXEC, 0, 0, 0));
        tell("socket to a network", KERNEL.attempt(SOCKET, AF_INET, STREAM, 0, 0, 0));
        // this thread is not the first, which has the number of the process
        write(
                "name of another thread",
                Path.of("/proc/self/task/" + ProcessHandle.current().pid() + "/comm"));
        write("another file of the process", Path.of("/proc/self/oom_score_adj"));
        write("a file of its parent", Path.of("/proc/" + arguments[0] + "/comm"));
        System.exit(0);
    }

    private static void write(String what, Path file) throws IOException {
        try {
            Files.writeString(file, "0", StandardOpenOption.WRITE);
            System.out.println(what + ": yes");
        } catch (AccessDeniedException refused) {
            System.out.println(what + ": no");
        }
    }

    private static MemorySegment address(String name) {
        MemorySegment address = KERNEL.allocate(2 + name.length());
        address.set(ValueLayout.JAVA_SHORT, 0, AF_UNIX);
        for (int at = 0; at < name.length(); at++) {
            address.set(ValueLayout.JAVA_BYTE, 2L + at, (byte) name.charAt(at));
        }
        return address;
    }

    private static void tell(String what, long result) {
        System.out.println(what + ": " + (result >= 0 ? "yes" : "no"));
    }
}
