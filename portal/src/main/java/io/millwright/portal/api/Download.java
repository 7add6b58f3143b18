package io.millwright.portal.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A file that is written to the client as it is made. Its headers leave with the first byte, so that an error before that is
 * still answered as a problem.
 */
public final class Download extends OutputStream {

    private final HttpServletResponse response;
    private final String filename;
    private final String type;
    private final long size;
    private @Nullable OutputStream out;

    private Download(HttpServletResponse response, String filename, String type, long size) {
        this.response = response;
        this.filename = filename;
        this.type = type;
        this.size = size;
    }

    /**
     * Sends a file as an answer.
     *
     * @param size how many bytes will come, negative when unknown
     * @param content writes the bytes; what it throws before the first of them is answered as a problem
     */
    public static void send(HttpServletResponse response, String filename, String type, long size, Content content)
            throws IOException {
        var download = new Download(response, filename, type, size);
        content.writeTo(download);
        // A file without bytes has headers too.
        download.begun().flush();
    }

    @Override
    public void write(int single) throws IOException {
        begun().write(single);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        begun().write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        if (out != null) {
            out.flush();
        }
    }

    private OutputStream begun() throws IOException {
        var begun = out;
        if (begun == null) {
            response.setContentType(type);
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(filename, java.nio.charset.StandardCharsets.UTF_8)
                            .build()
                            .toString());
            if (size >= 0) {
                response.setContentLengthLong(size);
            }
            begun = response.getOutputStream();
            out = begun;
        }
        return begun;
    }

    /** Writes a file; never closes the stream. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
