package io.millwright.portal.api.datasets;

import io.millwright.tenancy.MillwrightException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.jspecify.annotations.Nullable;

/** Reads the form of an upload as it comes: the small field first, then the file, which is left to be streamed. */
final class UploadStream {

    private static final int MAX_NAME_BYTES = 4_096;

    private UploadStream() {}

    /** @param named whether the form should hold a name */
    static Incoming open(HttpServletRequest request, boolean named) throws IOException {
        if (!JakartaServletFileUpload.isMultipartContent(request)) {
            throw MillwrightException.user(
                    "body-type-unknown",
                    "An upload is a form, not \"%s\".".formatted(request.getContentType()),
                    "Send multipart/form-data with the parts \"name\" and \"file\".");
        }
        try {
            return read(new JakartaServletFileUpload<>().getItemIterator(request), named);
        } catch (FileUploadException malformed) {
            throw MillwrightException.user(
                    "form-malformed",
                    "The form of the upload cannot be read.",
                    "Send multipart/form-data with the parts \"name\" and \"file\".");
        }
    }

    private static Incoming read(FileItemInputIterator parts, boolean named) throws IOException {
        String name = named ? null : "";
        Incoming spooled = null;
        while (parts.hasNext()) {
            var part = parts.next();
            switch (part.getFieldName()) {
                case "name" -> name = text(part);
                case "file" -> {
                    if (name != null) {
                        return new Incoming(name, filename(part), part.getInputStream());
                    }
                    // The name comes after the file, which then has to wait somewhere: on disk, not in memory.
                    spooled = spool(part);
                }
                case null, default ->
                    throw MillwrightException.user(
                            "field-unknown",
                            "The form has no part \"%s\".".formatted(part.getFieldName()),
                            "Send the parts \"name\" and \"file\".");
            }
        }
        if (spooled == null) {
            throw MillwrightException.user(
                    "file-missing", "The form holds no file.", "Send the file as the part \"file\".");
        }
        return new Incoming(Objects.requireNonNullElse(name, ""), spooled.filename(), spooled.bytes());
    }

    private static String text(FileItemInput part) throws IOException {
        try (var in = part.getInputStream()) {
            return new String(in.readNBytes(MAX_NAME_BYTES), StandardCharsets.UTF_8).strip();
        }
    }

    private static String filename(FileItemInput part) {
        @Nullable String filename = part.getName();
        return filename == null || filename.isBlank() ? "upload" : filename;
    }

    private static Incoming spool(FileItemInput part) throws IOException {
        var file = Files.createTempFile("upload", ".part");
        try (var in = part.getInputStream();
                var out = Files.newOutputStream(file)) {
            in.transferTo(out);
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(file);
            throw failure;
        }
        return new Incoming("", filename(part), Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE));
    }

    /**
     * A file that is coming in.
     *
     * @param name the dataset's name, empty when none was given
     * @param filename as the client calls it
     */
    record Incoming(String name, String filename, InputStream bytes) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }
}
