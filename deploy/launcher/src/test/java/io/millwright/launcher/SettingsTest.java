package io.millwright.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    Path checkout;

    private final Versions versions = new Versions("1", "2", "3");

    private World world(Map<String, String> environment) {
        return new World(Settings.of(checkout, environment), new Ports(8080), versions);
    }

    @Test
    void stateLiesInTheCheckoutUnlessItIsToldOtherwise() {
        assertThat(Settings.of(checkout, Map.of()).home()).isEqualTo(checkout.resolve(".millwright"));
        assertThat(Settings.of(checkout, Map.of("MILLWRIGHT_HOME", "/elsewhere"))
                        .home())
                .isEqualTo(Path.of("/elsewhere"));
    }

    @Test
    void homesShareTheCacheOfTheCheckout() {
        assertThat(Settings.of(checkout, Map.of("MILLWRIGHT_HOME", "/elsewhere"))
                        .cache())
                .isEqualTo(checkout.resolve(".millwright/cache"));
    }

    @Test
    void anExternalServerReplacesOurs() {
        var world = world(Map.of("MILLWRIGHT_DATABASE_URL", "jdbc:postgresql://db:5432/millwright?ssl=true"));

        assertThat(world.kinds()).extracting(PartKind::name).containsExactly("keycloak", "ray", "broker", "portal");
        assertThat(world.database("millwright")).isEqualTo("jdbc:postgresql://db:5432/millwright?ssl=true");
        assertThat(world.database("keycloak")).isEqualTo("jdbc:postgresql://db:5432/keycloak?ssl=true");
    }

    @Test
    void withoutRayThePartsGoOnWithoutWaitingForIt() {
        var world = new World(
                Settings.of(checkout, Map.of()).only(Set.of("postgres", "ray", "broker")), new Ports(8080), versions);

        var parts = world.parts();

        assertThat(parts).extracting(Part::name).containsExactly("postgres", "broker");
        assertThat(parts.getLast().after()).isEqualTo(List.of("postgres"));
        assertThat(Backend.of(world)).isEqualTo(Backend.LOCAL);
    }

    @Test
    void noPartCarriesASecretInItsArgumentsOrEnvironment() {
        var world = world(Map.of());
        var secrets = List.of("ray-token", "oidc-portal", "keycloak-admin", "database-millwright_app").stream()
                .map(world.secrets()::text)
                .toList();

        assertThat(world.parts()).allSatisfy(part -> assertThat(part.command() + " " + part.environment())
                .doesNotContain(secrets));
    }

    @Test
    void aPomWithoutAVersionIsNamed() {
        assertThat(Versions.property("<a><ray.version> 2.60.0 </ray.version></a>", "ray.version"))
                .isEqualTo("2.60.0");
        assertThatThrownBy(() -> Versions.property("<a/>", "ray.version")).hasMessageContaining("ray.version");
    }
}
