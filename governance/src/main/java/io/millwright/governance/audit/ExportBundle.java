package io.millwright.governance.audit;

import io.millwright.tenancy.Caller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** The zip of one export: the entries in each format, a manifest with counts and digests, and how to check all that. */
final class ExportBundle {

    private final ZipOutputStream zip;
    private final Caller caller;
    private final Instant from;
    private final Instant to;
    private final List<ZippedAuditExports.Written> files = new ArrayList<>();
    private AuditExports.Format format = AuditExports.Format.JSONL;
    private MessageDigest digest = Leaf.sha256();
    private long entries;
    private long bytes;
    private @Nullable AuditEntry first;
    private @Nullable AuditEntry last;

    ExportBundle(ZipOutputStream zip, Caller caller, Instant from, Instant to) {
        this.zip = zip;
        this.caller = caller;
        this.from = from;
        this.to = to;
    }

    void begin(AuditExports.Format wanted) throws IOException {
        format = wanted;
        digest = Leaf.sha256();
        entries = 0;
        bytes = 0;
        open(name());
        if (format == AuditExports.Format.CSV) {
            write(CsvLine.HEADER);
        }
    }

    void add(AuditEntry entry) throws IOException {
        write(format == AuditExports.Format.CSV ? CsvLine.of(entry) : entry.json() + "\n");
        entries++;
        if (first == null) {
            first = entry;
        }
        last = entry;
    }

    void end() throws IOException {
        zip.closeEntry();
        files.add(new ZippedAuditExports.Written(
                name(), entries, bytes, HexFormat.of().formatHex(digest.digest())));
    }

    void finish() throws IOException {
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("tenant", caller.tenant().value());
        manifest.put("from", Times.text(from));
        manifest.put("to", Times.text(to));
        manifest.put("exportedBy", caller.user());
        manifest.put("entries", entries);
        if (first != null && last != null) {
            manifest.put("firstIndex", first.index());
            manifest.put("firstLeafHash", first.leafHash());
            manifest.put("lastIndex", last.index());
            manifest.put("lastLeafHash", last.leafHash());
        }
        manifest.put(
                "files", files.stream().map(ZippedAuditExports.Written::facts).toList());
        open("manifest.json");
        write(CanonicalJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n");
        zip.closeEntry();
        open("README.txt");
        write(readme());
        zip.closeEntry();
    }

    private String readme() {
        return """
                Audit log of "%s", %s (inclusive) to %s (exclusive): %d entries.

                audit.jsonl    one entry per line as canonical JSON (RFC 8785), byte for byte as it was stored.
                               Lines are in the order of "index", which has no gaps within a tenant's log.
                audit.csv      the same entries for spreadsheets. A cell that a spreadsheet would take for a
                               formula begins with an apostrophe. The column leaf_hash belongs to the entry's
                               line in audit.jsonl.
                manifest.json  number of entries, SHA-256 of each file, hashes of the first and the last entry.

                To check a file:     sha256sum audit.jsonl      and compare with manifest.json.
                To check an entry:   take its line in audit.jsonl without the line end, put one zero byte in
                                     front and compute SHA-256; the result is its leaf_hash (RFC 9162, 2.1.1):
                                     (printf '\\0'; sed -n 1p audit.jsonl | tr -d '\\n') | sha256sum
                To check that none is missing:  the values of "index" rise by one from line to line.
                """.formatted(caller.tenant(), Times.text(from), Times.text(to), entries);
    }

    private String name() {
        return switch (format) {
            case CSV -> "audit.csv";
            case JSONL -> "audit.jsonl";
        };
    }

    private void open(String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
    }

    private void write(String text) throws IOException {
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        digest.update(encoded);
        bytes += encoded.length;
        zip.write(encoded);
    }
}
