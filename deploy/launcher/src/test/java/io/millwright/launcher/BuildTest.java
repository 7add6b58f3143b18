package io.millwright.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {

    @TempDir
    Path checkout;

    @BeforeEach
    void sources() throws IOException {
        write("pom.xml", "<project/>");
        write("portal/src/main/java/A.java", "class A {}");
    }

    private Path write(String name, String text) throws IOException {
        var file = checkout.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void aChangedAddedOrRenamedSourceMakesTheJarsStale() throws IOException {
        var before = Build.state(checkout);
        write("portal/src/main/java/A.java", "class A { }");
        var changed = Build.state(checkout);
        write("tenancy/src/main/java/B.java", "class B {}");
        var added = Build.state(checkout);
        Files.move(checkout.resolve("tenancy/src/main/java/B.java"), checkout.resolve("tenancy/src/main/java/C.java"));

        assertThat(changed).isNotEqualTo(before);
        assertThat(added).isNotEqualTo(changed);
        assertThat(Build.state(checkout)).isNotEqualTo(added);
    }

    @Test
    void timesTestsResultsAndDocumentsDoNot() throws IOException {
        var before = Build.state(checkout);

        Files.setLastModifiedTime(checkout.resolve("pom.xml"), FileTime.from(Instant.EPOCH));
        write("portal/target/classes/A.class", "");
        write("portal/src/test/java/ATest.java", "");
        write("portal/README.md", "");
        write("tests/end-to-end/src/test/java/T.java", "");

        assertThat(Build.state(checkout)).isEqualTo(before);
    }

    @Test
    void theExecutableJarIsToldFromThePlainOne() throws IOException {
        var plain = write("portal/target/portal-1.jar", "");
        var executable = write("portal/target/portal-1-app.jar", "");
        write("portal/target/portal-1-tests.jar", "");

        assertThat(Artefacts.jar(checkout, "portal", "portal")).contains(executable);
        assertThat(Artefacts.library(checkout, "portal", "portal")).isEqualTo(plain);
    }
}
