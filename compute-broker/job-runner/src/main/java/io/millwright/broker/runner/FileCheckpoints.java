package io.millwright.broker.runner;

import io.millwright.plugins.api.Checkpoints;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Checkpoints as archives among the outputs, each under a name of its own. The agent is told of one when it is whole, takes
 * it from there and removes it.
 */
final class FileCheckpoints implements Checkpoints {

    private static final long MAX_BYTES = 256L << 20;
    private static final int MAX_FILES = 1_000;

    private final AttemptFiles files;
    private final AgentPipe pipe;
    private int saved;

    FileCheckpoints(AttemptFiles files, AgentPipe pipe) {
        this.files = files;
        this.pipe = pipe;
    }

    @Override
    public Optional<Path> latest() {
        return Optional.of(files.checkpoint()).filter(Files::isDirectory);
    }

    @Override
    public void save(Path folder) throws IOException {
        var content = plainFiles(folder);
        String name = "checkpoint-" + ++saved + ".zip";
        Path partial = files.outputs().resolve("checkpoint.partial");
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(partial), 1 << 16))) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Path file : content) {
                zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        Files.move(partial, files.outputs().resolve(name), StandardCopyOption.ATOMIC_MOVE);
        pipe.say("checkpoint", name);
    }

    private static List<Path> plainFiles(Path folder) throws IOException {
        List<Path> content;
        try (var entries = Files.list(folder)) {
            content = entries.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
        long bytes = 0;
        for (Path file : content) {
            bytes += Files.size(file);
        }
        if (bytes > MAX_BYTES || content.size() > MAX_FILES) {
            throw new IOException("a checkpoint has at most %,d bytes in %,d files, not %,d in %,d"
                    .formatted(MAX_BYTES, MAX_FILES, bytes, content.size()));
        }
        return content;
    }
}
