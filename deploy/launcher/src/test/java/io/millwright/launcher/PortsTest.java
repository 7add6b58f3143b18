package io.millwright.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void allPortsAreDifferentAndWithinTen() {
        var ports = new Ports(9000);
        var wanted = List.<PartKind>of(
                        new PostgresServer(),
                        new KeycloakServer(),
                        new RayCluster(),
                        new BrokerProcess(),
                        new PortalProcess())
                .stream()
                .flatMap(kind -> kind.ports(ports).keySet().stream())
                .toList();

        assertThat(wanted).doesNotHaveDuplicates().allMatch(port -> port >= 9000 && port < 9010);
    }

    @Test
    void refusesWhatIsNoPort() {
        assertThatThrownBy(() -> Ports.parse("eighty"))
                .hasMessageContaining("'eighty'")
                .hasMessageContaining("not a number");
        assertThatThrownBy(() -> Ports.parse("80")).hasMessageContaining("between 1024 and");
        assertThatThrownBy(() -> Ports.parse("65530")).hasMessageContaining("between 1024 and");
    }
}
