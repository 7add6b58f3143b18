package io.millwright.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path home;

    @Test
    void eachIsMadeOnceAndDiffers() {
        var secrets = new Secrets(home.resolve("secrets"));

        assertThat(secrets.text("one")).isEqualTo(secrets.text("one")).hasSizeGreaterThan(40);
        assertThat(secrets.text("two")).isNotEqualTo(secrets.text("one"));
    }

    @Test
    void nobodyElseMayEnterTheFolder() throws IOException {
        var secrets = new Secrets(home.resolve("secrets"));
        secrets.text("one");

        assertThat(Files.getPosixFilePermissions(secrets.folder()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aKeyIsThirtyTwoBytes() throws IOException {
        assertThat(Files.size(new Secrets(home).key("master"))).isEqualTo(32);
    }

    @Test
    void whatWasPutThereBeforehandIsTaken() throws IOException {
        Files.writeString(home.resolve("database"), "given\n");

        assertThat(new Secrets(home).text("database")).isEqualTo("given");
    }

    @Test
    void rolesOwnNothingAndCannotPassRowLevelSecurity() {
        var statements = RolesSql.statements(new Secrets(home));

        assertThat(statements.lines().filter(line -> line.startsWith("CREATE ROLE")))
                .hasSize(5)
                .allMatch(line -> line.contains("NOBYPASSRLS") && line.contains("NOSUPERUSER"));
        assertThat(statements).contains("CREATE DATABASE millwright OWNER millwright_owner;");
    }
}
