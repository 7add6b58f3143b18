package io.millwright.broker.agent;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Uploads what the template made, once its process is dead. Takes only the files that the platform knows, and only such that
 * are plain files: nobody may be led elsewhere.
 */
final class Outputs {

    static final int MAX_MODEL_FILES = 200;
    /** Reports are kept in the database and read whole with each version of a model. */
    static final long MAX_REPORT_BYTES = 2L << 20;

    /** As the gateway has it: a form reads it whole. */
    static final long MAX_UNDERSTANDING_BYTES = 256L << 10;

    private static final Set<String> KNOWN =
            Set.of("report.json", "result.csv", "result.columns", "understanding.json", "sample.zip");

    private final Gateway gateway;
    private final WorkFolder work;

    Outputs(Gateway gateway, WorkFolder work) {
        this.gateway = gateway;
        this.work = work;
    }

    void upload() throws IOException, StoppedException, AttemptFailure {
        for (Path file : files()) {
            String path = work.outputs().relativize(file).toString();
            gateway.put("outputs/" + path, file, digest(file));
        }
    }

    private List<Path> files() throws IOException, AttemptFailure {
        var files = new ArrayList<Path>();
        Path model = work.outputs().resolve("model");
        if (Files.isDirectory(model, LinkOption.NOFOLLOW_LINKS)) {
            files.addAll(list(model));
        }
        if (files.size() > MAX_MODEL_FILES) {
            throw refused("it has " + files.size() + " files, " + MAX_MODEL_FILES + " are allowed");
        }
        for (Path file : list(work.outputs())) {
            if (KNOWN.contains(file.getFileName().toString())) {
                files.add(file);
            }
        }
        for (Path file : files) {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw refused(file.getFileName() + " is not a plain file");
            }
            if (file.endsWith("report.json") && Files.size(file) > MAX_REPORT_BYTES) {
                throw refused("its report has %,d bytes, at most %,d (%d MiB) are allowed"
                        .formatted(Files.size(file), MAX_REPORT_BYTES, MAX_REPORT_BYTES >> 20));
            }
            if (file.endsWith("understanding.json") && Files.size(file) > MAX_UNDERSTANDING_BYTES) {
                throw refused("what it understood has %,d bytes, at most %,d (%d KiB) are allowed"
                        .formatted(Files.size(file), MAX_UNDERSTANDING_BYTES, MAX_UNDERSTANDING_BYTES >> 10));
            }
            if (!file.getFileName().toString().matches("[A-Za-z0-9][A-Za-z0-9.-]{0,99}")) {
                throw refused("a file of its model is not named with letters, digits, dots and hyphens");
            }
        }
        return files;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    private static AttemptFailure refused(String why) {
        return new AttemptFailure(
                Verdict.template("outputs-refused", "What the template wrote cannot be taken over: " + why + "."));
    }

    static String digest(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), Fetcher.sha256())) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        }
    }
}
