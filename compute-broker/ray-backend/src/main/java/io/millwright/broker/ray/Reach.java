package io.millwright.broker.ray;

import io.millwright.broker.cluster.ClusterException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Whether anybody is there: Ray's native core hangs, or ends the whole process, when nobody is. */
record Reach(String address) {

    private static final int MILLIS = 2_000;

    /** @throws ClusterException when nothing listens at the address */
    void require() throws ClusterException {
        int colon = address.lastIndexOf(':');
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))),
                    MILLIS);
        } catch (IOException away) {
            throw new ClusterException("nothing answers at %s, where Ray should be.".formatted(address), away);
        }
    }
}
