package io.millwright.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell script in the root of the checkout, with make-believe JDKs that say which one was taken. */
class StubTest {

    @TempDir
    Path folder;

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

    private record Result(int status, String output) {}

    private Result stub(Map<String, String> environment) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(ROOT.resolve("millwright").toString(), "help").redirectErrorStream(true);
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("MILLWRIGHT_HOME", folder.resolve("home").toString());
        builder.environment().put("MILLWRIGHT_JDK_FOLDERS", folder.resolve("jvm") + "/*");
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), output);
    }

    private Path jdk(String name, String version) throws IOException {
        var jdk = Files.createDirectories(folder.resolve(name));
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        script(jdk.resolve("bin/javac"), "exit 0");
        script(jdk.resolve("bin/java"), "echo taken: " + name);
        return jdk;
    }

    private static void script(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void javaHomeComesFirst() throws Exception {
        var chosen = jdk("chosen", "25.0.3");
        jdk("jvm/other", "26");

        assertThat(stub(Map.of("JAVA_HOME", chosen.toString())).output()).contains("taken: chosen");
    }

    @Test
    void aTooOldJavaHomeIsPassedOver() throws Exception {
        var old = jdk("old", "17.0.9");
        jdk("jvm/also-old", "21.0.1");
        jdk("jvm/new", "25");

        assertThat(stub(Map.of("JAVA_HOME", old.toString())).output()).contains("taken: jvm/new");
    }

    @Test
    void aRuntimeWithoutACompilerIsNone() throws Exception {
        Files.delete(jdk("jvm/runtime", "25").resolve("bin/javac"));
        jdk("jvm/whole", "25");

        assertThat(stub(Map.of()).output()).contains("taken: jvm/whole");
    }

    @Test
    void withoutAJdkItSaysHowToGetOne() throws Exception {
        jdk("jvm/old", "17");

        var result = stub(Map.of("PATH", emptyOfJava()));

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output())
                .contains("no JDK 25 or newer")
                .contains("apt-get install")
                .contains("JAVA_HOME");
    }

    @Test
    void aHomeThatCannotBeMadeIsNamed() throws Exception {
        jdk("jvm/new", "25");
        var file = Files.writeString(folder.resolve("file"), "");

        var result = stub(Map.of("MILLWRIGHT_HOME", file.resolve("home").toString()));

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output()).contains(file.resolve("home") + " cannot be written to");
    }

    private String emptyOfJava() throws IOException {
        var bin = Files.createDirectories(folder.resolve("bin"));
        for (var tool :
                new String[] {"sh", "dirname", "sed", "readlink", "cat", "find", "sort", "xargs", "cksum", "tr"}) {
            var real = Path.of("/usr/bin", tool);
            Files.createSymbolicLink(bin.resolve(tool), Files.exists(real) ? real : Path.of("/bin", tool));
        }
        return bin.toString();
    }
}
