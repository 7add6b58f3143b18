package io.millwright.governance.datasets.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The text of a source as UTF-8 without byte order mark, whatever its own encoding, in constant memory. */
final class Utf8Stream extends InputStream {

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    private final String encoding;
    private final ByteBuffer raw = ByteBuffer.allocate(1 << 16);
    private final CharBuffer characters = CharBuffer.allocate(1 << 16);
    private final ByteBuffer text = ByteBuffer.allocate(4 << 16);
    private long line = 1;
    private long offset;
    private boolean end;

    private Utf8Stream(InputStream in, TextEncoding encoding) {
        this.in = in;
        this.encoding = encoding.charset().name();
        this.offset = encoding.mark();
        this.decoder = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        raw.flip();
        text.flip();
    }

    static InputStream open(TextSource source, TextEncoding encoding) throws IOException {
        var in = source.open();
        in.readNBytes(new byte[encoding.mark()], 0, encoding.mark());
        return encoding.charset().equals(StandardCharsets.UTF_8) ? in : new Utf8Stream(in, encoding);
    }

    @Override
    public int read() {
        throw new UnsupportedOperationException("read in blocks");
    }

    @Override
    public int read(byte[] buffer, int start, int length) throws IOException {
        while (!text.hasRemaining()) {
            if (end) {
                return -1;
            }
            refill();
        }
        var n = Math.min(length, text.remaining());
        text.get(buffer, start, n);
        return n;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void refill() throws IOException {
        raw.compact();
        var n = in.readNBytes(raw.array(), raw.position(), raw.remaining());
        raw.position(raw.position() + n);
        end = n == 0;
        raw.flip();
        characters.clear();
        var before = raw.position();
        var result = decoder.decode(raw, characters, end);
        offset += raw.position() - before;
        characters.flip();
        for (var i = 0; i < characters.length(); i++) {
            var c = characters.get(i);
            if (c == '\n') {
                line++;
            } else if (c == 0) {
                throw Refusals.binary(line);
            }
        }
        if (result.isError()) {
            throw Refusals.encoding(encoding, line, offset);
        }
        text.clear();
        encoder.encode(characters, text, end);
        if (end) {
            encoder.flush(text);
        }
        text.flip();
    }
}
