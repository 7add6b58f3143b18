package io.millwright.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortCheckTest {

    @Test
    void aBusyPortIsNamedWithItsHolderAndWhatToDo() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> PortCheck.require(Map.of(socket.getLocalPort(), "the portal")))
                    .isInstanceOf(LauncherException.class)
                    .hasMessageContaining("Port " + socket.getLocalPort())
                    .hasMessageContaining("the portal")
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("MILLWRIGHT_PORT=");
        }
    }

    @Test
    void aPortHeldOnAllInterfacesIsBusyToo() throws IOException {
        try (var socket = new ServerSocket(0)) {
            assertThat(PortCheck.free(socket.getLocalPort())).isFalse();
        }
    }

    @Test
    void aPortThatWasGivenBackIsFree() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = socket.getLocalPort();
        }
        assertThat(PortCheck.free(port)).isTrue();
    }
}
