package io.millwright.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenersTest {

    @Test
    void readsAnAddressOnLoopback() {
        var line = "   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4242 1";

        assertThat(Listeners.parse(line)).contains(new Listeners.Listener("127.0.0.1", 8080, true, "4242"));
    }

    @Test
    void readsAMappedAddressOnLoopback() {
        var line =
                "   0: 0000000000000000FFFF00000100007F:1F90 00000000000000000000000000000000:0000 0A 0:0 00:0 0 0 0 7 1";

        assertThat(Listeners.parse(line))
                .hasValueSatisfying(found -> assertThat(found.loopback()).isTrue());
    }

    @Test
    void allInterfacesAreNotLoopback() {
        var four = "   0: 00000000:07E8 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 7 1";
        var six =
                "   0: 00000000000000000000000000000000:07E8 00000000000000000000000000000000:0000 0A 0:0 00:0 0 0 0 7 1";

        assertThat(List.of(four, six)).allSatisfy(line -> assertThat(Listeners.parse(line))
                .hasValueSatisfying(found -> assertThat(found.loopback()).isFalse()));
    }

    @Test
    void connectionsAreNoListeners() {
        var line = "   1: 0100007F:1F90 0100007F:9999 01 00000000:00000000 00:00000000 00000000     0        0 7 1";

        assertThat(Listeners.parse(line)).isEmpty();
    }

    @Test
    void findsWhoHoldsASocket() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var self = ProcessHandle.current();
            var ours = Listeners.holders(List.of(self));

            assertThat(Listeners.all())
                    .filteredOn(one -> one.port() == socket.getLocalPort())
                    .singleElement()
                    .satisfies(one -> assertThat(ours).containsEntry(one.inode(), self.pid()));
        }
    }
}
