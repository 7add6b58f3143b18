package io.millwright.governance.datasets.internal;

import io.millwright.tenancy.MillwrightException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.Assertions;

/** Reads files the way an upload does, in a folder that must be empty afterwards. */
final class Reading {

    private final Path folder;
    private final TableReader reader;

    Reading(Path folder) {
        this.folder = folder;
        this.reader = new TableReader(new Limits(256L << 20, folder, "512MB", 2, Duration.ofMinutes(2)));
    }

    /** What was read, with the canonical table unpacked. */
    record Result(TableFiles files, String canonical) {

        String types() {
            return files.columns().stream()
                    .map(column -> column.name() + ":" + column.type())
                    .toList()
                    .toString();
        }
    }

    Result text(String text) {
        return text(text, StandardCharsets.UTF_8);
    }

    Result text(String text, Charset charset) {
        return bytes(text.getBytes(charset));
    }

    Result bytes(byte[] bytes) {
        return stream(new ByteArrayInputStream(bytes));
    }

    Result file(Path file) {
        try (var in = Files.newInputStream(file)) {
            return stream(in);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Result stream(InputStream in) {
        try (var scratch = Scratch.in(folder)) {
            Spool.copy(in, scratch.file("given"), 256L << 20);
            var files = reader.read(scratch, scratch.file("given"));
            try (var canonical = new GZIPInputStream(Files.newInputStream(files.canonical()))) {
                return new Result(files, new String(canonical.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    MillwrightException refusal(byte[] bytes) {
        var refusal = Assertions.catchThrowableOfType(MillwrightException.class, () -> bytes(bytes));
        Assertions.assertThat(refusal).as("refused").isNotNull();
        Assertions.assertThat(refusal.remedy()).isNotBlank();
        try (var left = Files.list(folder)) {
            Assertions.assertThat(left).as("left behind").isEmpty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return refusal;
    }

    MillwrightException refusal(String text) {
        return refusal(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }
}
