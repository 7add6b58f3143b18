package io.millwright.governance.audit;

import io.millwright.tenancy.Caller;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Set;

/** Exports of a period of the audit log. */
public interface AuditExports {

    /** The formats of an export's entries. */
    enum Format {
        CSV,
        JSONL
    }

    /**
     * Writes a zip bundle with the entries of a period: {@code audit.csv} (cells that a spreadsheet would take for a
     * formula are escaped), {@code audit.jsonl} (the canonical lines, byte for byte as stored), {@code manifest.json} and
     * {@code README.txt}, which says how to check it. The export itself is audited before the first byte leaves.
     *
     * @param caller needs the role AUDITOR or ADMIN (OPERATOR for the log of the platform)
     * @param from inclusive
     * @param to exclusive
     * @param formats at least one
     * @param out the stream to write to; not closed
     */
    void write(Caller caller, Instant from, Instant to, Set<Format> formats, OutputStream out) throws IOException;

    /** A file name for such a bundle, e.g. {@code audit-acme-2026-01-01-2026-02-01.zip}. */
    String filename(Caller caller, Instant from, Instant to);
}
