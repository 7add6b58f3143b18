package io.millwright.launcher;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Asks a part whether it can do its work; answers within two seconds and never throws but {@link IOException}, which means no. */
sealed interface Probe {

    boolean healthy() throws IOException;

    /** Called before each start of the part: forgets what an earlier one left. */
    default void beforeStart() throws IOException {}

    int TIMEOUT_MILLIS = 2000;

    /** Healthy when the address answers 200. */
    record Http(URI address) implements Probe {
        @Override
        public boolean healthy() throws IOException {
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setInstanceFollowRedirects(false);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        }
    }

    /** Healthy when all loopback ports accept a connection. */
    record Tcp(java.util.List<Integer> ports) implements Probe {
        @Override
        public boolean healthy() throws IOException {
            for (int port : ports) {
                try (var socket = connect(port)) {
                    socket.getPort();
                }
            }
            return true;
        }
    }

    /** Healthy when the part has written a file, which it does when its start is complete, and the other probe agrees. */
    record Written(java.nio.file.Path file, Probe other) implements Probe {
        @Override
        public boolean healthy() throws IOException {
            return java.nio.file.Files.exists(file) && other.healthy();
        }

        @Override
        public void beforeStart() throws IOException {
            java.nio.file.Files.deleteIfExists(file);
        }
    }

    /** Healthy when PostgreSQL asks for a password: while it starts or recovers, it answers with an error instead. */
    record Postgres(int port, String user, String database) implements Probe {

        private static final int PROTOCOL_3_0 = 3 << 16;

        @Override
        public boolean healthy() throws IOException {
            try (var socket = connect(port)) {
                socket.getOutputStream().write(startupMessage());
                socket.getOutputStream().flush();
                return socket.getInputStream().read() == 'R';
            }
        }

        private byte[] startupMessage() throws IOException {
            var body = new ByteArrayOutputStream();
            for (var text : new String[] {"user", user, "database", database}) {
                body.write(text.getBytes(StandardCharsets.UTF_8));
                body.write(0);
            }
            body.write(0);
            var message = new ByteArrayOutputStream();
            var out = new DataOutputStream(message);
            out.writeInt(body.size() + 8);
            out.writeInt(PROTOCOL_3_0);
            out.write(body.toByteArray());
            return message.toByteArray();
        }
    }

    private static Socket connect(int port) throws IOException {
        var socket = new Socket();
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_MILLIS);
        return socket;
    }
}
