package io.millwright.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The listening TCP sockets of this machine, as the kernel tells them in {@code /proc/net}. */
final class Listeners {

    private static final String LISTENING = "0A";

    /** @param inode what ties the socket to the process that holds it */
    record Listener(String address, int port, boolean loopback, String inode) {}

    private Listeners() {}

    static List<Listener> all() {
        var found = new ArrayList<Listener>();
        for (var table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            try {
                Files.readAllLines(Path.of(table)).stream()
                        .skip(1)
                        .map(Listeners::parse)
                        .flatMap(Optional::stream)
                        .forEach(found::add);
            } catch (IOException e) {
                // No such table: no such sockets.
            }
        }
        return found;
    }

    /** One line of the table, where it is a listening socket. */
    static Optional<Listener> parse(String line) {
        var columns = line.strip().split("\\s+");
        if (columns.length < 10 || !columns[3].equals(LISTENING)) {
            return Optional.empty();
        }
        var local = columns[1].split(":");
        var address = address(local[0]);
        return Optional.of(new Listener(address, Integer.parseInt(local[1], 16), isLoopback(address), columns[9]));
    }

    // The kernel prints each 32-bit word of the address in the byte order of the machine, which is little-endian here.
    private static String address(String hex) {
        var bytes = HexFormat.of().parseHex(hex);
        for (int word = 0; word < bytes.length; word += 4) {
            swap(bytes, word, word + 3);
            swap(bytes, word + 1, word + 2);
        }
        try {
            return java.net.InetAddress.getByAddress(bytes).getHostAddress();
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException("an address of %d bytes".formatted(bytes.length), e);
        }
    }

    private static void swap(byte[] bytes, int one, int other) {
        byte kept = bytes[one];
        bytes[one] = bytes[other];
        bytes[other] = kept;
    }

    private static boolean isLoopback(String address) {
        return address.startsWith("127.") || address.equals("0:0:0:0:0:0:0:1");
    }

    /** The processes among {@code candidates} that hold each socket, by inode. */
    static Map<String, Long> holders(List<ProcessHandle> candidates) {
        var holders = new HashMap<String, Long>();
        for (var process : candidates) {
            var folder = Path.of("/proc", Long.toString(process.pid()), "fd");
            try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(folder)) {
                for (var descriptor : descriptors) {
                    var target = link(descriptor);
                    if (target.startsWith("socket:[")) {
                        holders.putIfAbsent(target.substring(8, target.length() - 1), process.pid());
                    }
                }
            } catch (IOException e) {
                // Ended meanwhile, or another person's.
            }
        }
        return holders;
    }

    private static String link(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
