package io.millwright.broker.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** What a JVM writes when it crashes. */
final class CrashReport {

    private static final int HEAD_BYTES = 4_096;

    private CrashReport() {}

    static Path file(WorkFolder work) {
        return work.scratch().toAbsolutePath().resolve("crash.log");
    }

    /** What ended a process that ended by a signal, or with the JVM's own failure code. */
    static Verdict read(WorkFolder work, int exitCode) {
        List<String> lines = head(file(work));
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.contains("insufficient memory") || line.contains("Out of Memory Error")) {
                return Verdict.resources(
                        "out-of-memory",
                        "The template's process could not get more native memory.",
                        "Start it again with more memory, or with less data.");
            }
            if (line.contains("Problematic frame") && i + 1 < lines.size()) {
                return crashed(" in " + lines.get(i + 1).replace("#", "").strip());
            }
        }
        return switch (exitCode - 128) {
            case 9 ->
                Verdict.resources(
                        "killed-by-system",
                        "The system killed the template's process, most likely because the machine ran out of memory.",
                        "Start it again when less runs beside it, or with less data.");
            case 31 ->
                Verdict.template("forbidden-call", "The template made a system call that its sandbox does not allow.");
            case 4, 6, 7, 8, 11 -> crashed("");
            default ->
                exitCode > 128
                        ? Verdict.template(
                                "process-ended", "The template's process was ended by signal " + (exitCode - 128) + ".")
                        : Verdict.template(
                                "process-ended", "The template ended its process with code " + exitCode + ".");
        };
    }

    private static Verdict crashed(String where) {
        return Verdict.template("native-crash", "The template crashed in native code" + where + ".");
    }

    private static List<String> head(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (var in = Files.newInputStream(file)) {
            return Escapes.clean(
                            new String(in.readNBytes(HEAD_BYTES), java.nio.charset.StandardCharsets.UTF_8), HEAD_BYTES)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
