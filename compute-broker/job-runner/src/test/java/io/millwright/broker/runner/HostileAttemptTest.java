package io.millwright.broker.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a template does, the attempt ends and its result says in words what happened. */
@Timeout(240)
class HostileAttemptTest {

    @TempDir
    private Path folder;

    private AttemptRig rig;

    @BeforeEach
    void open() throws Exception {
        rig = new AttemptRig(folder);
    }

    @AfterEach
    void close() throws IOException {
        rig.close();
        assertThat(rig.leftOver()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    exit         | template  | process-ended    | The template ended its process with code 3.
                    halt         | template  | process-ended    | The template ended its process with code 0.
                    pretend      | template  | process-ended    | The template ended its process with code 9.
                    fill_heap    | resources | out-of-memory    | The template used up the 0.3 GB of Java memory it had.
                    fill_native  | resources | out-of-memory    | The template
                    threads      | resources | too-many-threads | The template started more
                    fill_disk    | resources | disk-full        | The template wrote more than its 100 MB of files.
                    unlinked     | resources | disk-full        | The template wrote more than its 100 MB of files.
                    big_file     | resources | disk-full        | The template could not write on, because its disk space was used up.
                    never_end    | resources | out-of-time      | The template did not end within its 5 seconds.
                    report_twice | template  | template-failed  | The template failed: IllegalStateException, the report was given already.
                    long_report  | template  | outputs-refused  | What the template wrote cannot be taken over: its report has
                    """)
    void everyEndIsTold(String deed, String kind, String code, String message) {
        rig.fact("diskBytes", Long.toString(100 << 20)).fact("timeoutSeconds", deed.equals("never_end") ? "5" : "120");

        rig.deed(deed).run();

        // on a busy machine the kernel's stop may come before the agent's look, with words of its own
        assertThat(rig.message()).startsWith(message);
        assertThat(rig.gateway.result)
                .containsEntry("outcome", "failed")
                .containsEntry("kind", kind)
                .containsEntry("code", code);
        assertThat(rig.gateway.outputs).isEmpty();
    }

    @Test
    void aCrashInNativeCodeNamesItsFrame() {
        rig.deed("crash").run();

        assertThat(rig.gateway.result).containsEntry("outcome", "failed").containsEntry("code", "native-crash");
        assertThat(rig.message()).startsWith("The template crashed in native code in ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"write_outside", "read_others", "spawn", "signal_agent"})
    void whatIsNotTheTemplatesStaysShut(String deed) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        rig.option("secret", secret.toString())
                .option("target", folder.toString())
                .option("agent", Long.toString(ProcessHandle.current().pid()));

        rig.deed(deed).run();

        assertThat(rig.gateway.result).containsEntry("message", "").containsEntry("outcome", "succeeded");
        assertThat(secret).hasContent("secret");
        assertThat(folder.resolve("written.txt")).doesNotExist();
    }

    @Test
    void noConnectionOfAnyKind() throws IOException {
        Path unix = folder.resolve("socket");
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var local = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            local.bind(UnixDomainSocketAddress.of(unix));
            rig.option("port", Integer.toString(server.getLocalPort())).option("unix", unix.toString());

            rig.deed("connect").run();
        }

        assertThat(rig.gateway.result).containsEntry("message", "").containsEntry("outcome", "succeeded");
    }

    @Test
    void aFloodOfLinesIsCutAndSaysSo() {
        rig.deed("flood").run();

        assertThat(rig.gateway.result).containsEntry("outcome", "succeeded");
        assertThat(rig.gateway.texts("log")).hasSizeBetween(2_000, 20_000);
        assertThat(rig.gateway.texts("log")).anyMatch(line -> line.contains("lines were left out"));
        assertThat(rig.gateway.texts("log")).allMatch(line -> line.length() < 9_000);
    }

    @Test
    void linesThatPretendToBeProtocolChangeNothing() {
        rig.deed("pretend").run();

        assertThat(rig.result("sandbox")).contains("Landlock");
        assertThat(rig.gateway.texts("progress")).doesNotContain("7 x");
        assertThat(rig.gateway.texts("metric")).isEmpty();
        assertThat(rig.gateway.texts("log")).contains("nonsense");
    }

    @Test
    void memoryNeverGrowsFarPastItsLimit() {
        rig.deed("fill_native").run();

        assertThat(Long.parseLong(rig.result("peakMemoryBytes"))).isLessThan(2304L << 20);
    }
}
