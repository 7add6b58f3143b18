package io.millwright.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealmTest {

    @TempDir
    Path home;

    @Test
    void everyPlaceIsFilled() {
        var checkout = Path.of("").toAbsolutePath().getParent().getParent();
        var settings = Settings.of(checkout, Map.of("MILLWRIGHT_HOME", home.toString()));

        var text = new Realm(new World(settings, new Ports(9000), Versions.read(checkout))).text();

        assertThat(text)
                .doesNotContainPattern("@[a-z-]+@")
                .contains("http://localhost:9000/*")
                .contains(new Secrets(home.resolve("secrets")).text("oidc-portal"));
    }

    @Test
    void anUnknownPlaceIsNamed() {
        assertThatThrownBy(() -> Realm.fill("\"@what@\"", Map.of())).hasMessageContaining("@what@");
    }
}
