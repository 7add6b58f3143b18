package io.millwright.portal.demo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.tenancy.MillwrightException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class DemoGuardTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "127.0.0.9"})
    void the_demo_world_may_listen_on_loopback(String address) {
        assertThatCode(() -> start("true", address)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "", "192.0.2.1"})
    void and_nowhere_else(String address) {
        assertThatThrownBy(() -> start("true", address))
                .isInstanceOf(MillwrightException.class)
                .hasMessageContaining("whose passwords are their names");
    }

    @Test
    void without_demo_every_address_will_do() {
        assertThatCode(() -> start("false", "0.0.0.0")).doesNotThrowAnyException();
    }

    private static void start(String demo, String address) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("millwright.demo", demo, "server.address", address)));
        new DemoGuard().postProcessEnvironment(environment, new SpringApplication());
    }
}
