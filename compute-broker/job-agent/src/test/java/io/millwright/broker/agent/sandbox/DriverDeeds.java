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
    private static final int ACCEPT4 = 288;
    private static final int BIND = 49;
    private static final int LISTEN = 50;
    private static final int SOCKETPAIR = 53;
    private static final int NOT_PERMITTED = 1;
    private static final int NO_ACCESS = 13;
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
        MemorySegment nameless =
                address("\0millwright-" + ProcessHandle.current().pid());
        long waiting = made("socket of sequenced packets", SEQUENCED_PACKETS | CLOSE_ON_EXEC);
        tell("its name", KERNEL.attempt(BIND, waiting, nameless.address(), nameless.byteSize(), 0, 0));
        tell("its waiting", KERNEL.attempt(LISTEN, waiting, 16, 0, 0, 0));
        tell("its letting in", KERNEL.attempt(ACCEPT, waiting, 0, 0, 0, 0));
        tell("its letting in by the other call", KERNEL.attempt(ACCEPT4, waiting, 0, 0, 0, 0));
        long calling = made("socket of sequenced packets", SEQUENCED_PACKETS);
        tell("calling it", KERNEL.attempt(CONNECT, calling, nameless.address(), nameless.byteSize(), 0, 0));
        long stream = made("socket of a stream", STREAM);
        MemorySegment file = address(Path.of("socket").toAbsolutePath().toString());
        tell("a file for it", KERNEL.attempt(BIND, stream, file.address(), file.byteSize(), 0, 0));
        tell("socket of datagrams", KERNEL.attempt(SOCKET, AF_UNIX, DATAGRAM, 0, 0, 0));
        tell("socket of raw packets", KERNEL.attempt(SOCKET, AF_UNIX, RAW | CLOSE_ON_EXEC, 0, 0, 0));
        tell("socket to a network", KERNEL.attempt(SOCKET, AF_INET, STREAM, 0, 0, 0));
        tell("pair of streams", pair(STREAM).result());
        tell("pair of datagrams", pair(DATAGRAM | CLOSE_ON_EXEC).result());
        tell("pair of raw packets", pair(RAW).result());
        // this thread is not the first, which has the number of the process
        write(
                "name of another thread",
                Path.of("/proc/self/task/" + ProcessHandle.current().pid() + "/comm"));
        write("another file of the process", Path.of("/proc/self/oom_score_adj"));
        write("a file of its parent", Path.of("/proc/" + arguments[0] + "/comm"));
        System.exit(0);
    }

    /** A new socket, or, where none may be made, half of a pair, so that what follows is refused for its own sake. */
    private static long made(String what, int kind) {
        long socket = KERNEL.attempt(SOCKET, AF_UNIX, kind, 0, 0, 0);
        tell(what, socket);
        return socket >= 0 ? socket : pair(kind).first();
    }

    private record Pair(long result, long first) {}

    private static Pair pair(int kind) {
        MemorySegment two = KERNEL.allocate(8);
        long result = KERNEL.attempt(SOCKETPAIR, AF_UNIX, kind, 0, two.address(), 0);
        return new Pair(result, two.get(ValueLayout.JAVA_INT, 0));
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

    /** No means that the fence said so, not that it failed for another reason. */
    private static void tell(String what, long result) {
        boolean refused = result == -NOT_PERMITTED || result == -NO_ACCESS;
        System.out.println(what + ": " + (result >= 0 ? "yes" : refused ? "no" : "error " + -result));
    }
}
