package io.millwright.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Sees, before anything is started, that all ports are free. */
final class PortCheck {

    private PortCheck() {}

    /** @throws LauncherException naming the port, what it is for, who has it, and what to do */
    static void require(Map<Integer, String> wanted) {
        wanted.forEach((port, use) -> {
            if (!free(port)) {
                throw new LauncherException(sentence(port, use, holder(port)));
            }
        });
    }

    static boolean free(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    static String sentence(int port, String use, String holder) {
        return ("Port %d, where Millwright wants to start %s, is taken by %s. "
                        + "End that program, or choose other ports: MILLWRIGHT_PORT=9080 ./millwright up")
                .formatted(port, use, holder);
    }

    private static String holder(int port) {
        var sockets = Listeners.all().stream().filter(one -> one.port() == port).toList();
        var holders = Listeners.holders(ProcessHandle.allProcesses().toList());
        return sockets.stream()
                .filter(socket -> holders.containsKey(socket.inode()))
                .map(socket -> holders.get(socket.inode()))
                .findFirst()
                .map(pid -> "process %d (%s)".formatted(pid, WorldProcesses.title(pid)))
                .orElse("another user's program");
    }
}
