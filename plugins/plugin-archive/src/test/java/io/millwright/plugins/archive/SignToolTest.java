package io.millwright.plugins.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignToolTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @Test
    void signsWhatVerifyAccepts() throws Exception {
        var trusted = Files.createDirectory(folder.resolve("trusted"));
        var zip = Zips.write(folder.resolve("in.zip"), Zips.template());

        assertThat(run("--new-key", folder.resolve("key"), trusted.resolve("key.pub")))
                .isZero();
        assertThat(run(folder.resolve("key").toString(), zip, folder.resolve("out.zip")))
                .isZero();
        assertThat(run("--verify", trusted, folder.resolve("out.zip"))).isZero();
        assertThat(run("--verify", trusted, zip)).isEqualTo(1);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("It is not signed.");
    }

    @Test
    void sameContentsGiveTheSameBytesHoweverTheyWerePacked() throws Exception {
        var key = Zips.key(folder, "ours");
        var one = Zips.sign(key, Zips.write(folder.resolve("a.zip"), Zips.template()), folder.resolve("1.zip"));
        var sorted = new TreeMap<>(Zips.template());
        var other = Zips.sign(key, Zips.write(folder.resolve("b.zip"), sorted), folder.resolve("2.zip"));
        var again = Zips.sign(key, one, folder.resolve("3.zip"));

        assertThat(other).hasSameBinaryContentAs(one);
        assertThat(again).hasSameBinaryContentAs(one);
    }

    @Test
    void refusesToSignWhatNoVerifierWouldAccept() throws Exception {
        var key = Zips.key(folder, "ours");
        var escaping = Zips.write(folder.resolve("in.zip"), Map.of("../evil", new byte[1]));

        assertThat(run(key.toString(), escaping, folder.resolve("out.zip"))).isEqualTo(1);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("\"../evil\" is not allowed");
        assertThat(folder.resolve("out.zip")).doesNotExist();
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(SignTool.run(new String[0], System.out, new PrintStream(told)))
                .isEqualTo(2);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("usage");
    }

    @Test
    void neverOverwritesAKey() throws Exception {
        var existing = Files.writeString(folder.resolve("key"), "precious");
        assertThat(run("--new-key", existing, folder.resolve("key.pub"))).isEqualTo(1);
        assertThat(existing).hasContent("precious");
    }

    private int run(String first, Path second, Path third) {
        var stream = new PrintStream(told, true, StandardCharsets.UTF_8);
        return SignTool.run(new String[] {first, second.toString(), third.toString()}, stream, stream);
    }
}
