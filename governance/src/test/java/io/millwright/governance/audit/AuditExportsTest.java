package io.millwright.governance.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.governance.GovernanceTest;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Role;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AuditExportsTest extends GovernanceTest {

    @Autowired
    AuditLog log;

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditExports exports;

    @Test
    void lines_of_the_bundle_hash_to_the_stored_leaves() throws Exception {
        var caller = as("ann", Role.AUDITOR);
        transactions.run(caller, () -> {
            for (var i = 0; i < 1_500; i++) {
                log.append(
                        caller,
                        AuditEvent.of("thing.made", "thing", "=cmd|' /C calc'!A0")
                                .because("é \"x\", " + i));
            }
        });
        var entries = trail.size(caller);
        var files = export();
        var lines = files.get("audit.jsonl").lines().toList();
        assertThat(lines).hasSize((int) entries);
        var digest = MessageDigest.getInstance("SHA-256");
        for (var i : new int[] {0, 1, 999, 1_000, lines.size() - 1}) {
            digest.update((byte) 0);
            var leaf = HexFormat.of().formatHex(digest.digest(lines.get(i).getBytes(StandardCharsets.UTF_8)));
            assertThat(leaf).isEqualTo(trail.get(caller, i).leafHash());
            assertThat(files.get("audit.csv").lines().toList().get(i + 1)).endsWith("," + leaf);
        }
        assertThat(files.get("audit.csv")).contains(",'=cmd|' /C calc'!A0,");
        assertThat(files.get("manifest.json"))
                .contains("\"entries\" : " + entries)
                .contains(sha256(files.get("audit.jsonl")))
                .contains(sha256(files.get("audit.csv")))
                .contains(trail.get(caller, entries - 1).leafHash());
        assertThat(files.get("README.txt")).contains("RFC 9162");
    }

    @Test
    void an_export_is_an_entry_itself() throws IOException {
        export();
        var newest = trail.search(as("ann", Role.AUDITOR), AuditQuery.ALL, null, 1)
                .items()
                .getFirst();
        assertThat(newest.event().action()).isEqualTo("audit.exported");
        assertThat(newest.event().after()).containsEntry("formats", "CSV,JSONL");
    }

    @Test
    void engineers_and_empty_periods_are_refused() {
        var now = Instant.now();
        assertThatThrownBy(() -> exports.write(
                        as("joe", Role.ENGINEER),
                        Instant.EPOCH,
                        now,
                        EnumSet.allOf(AuditExports.Format.class),
                        OutputStream.nullOutputStream()))
                .isInstanceOf(MillwrightException.class);
        assertThatThrownBy(() -> exports.write(
                        as("ann", Role.ADMIN),
                        now,
                        now,
                        EnumSet.allOf(AuditExports.Format.class),
                        OutputStream.nullOutputStream()))
                .hasMessageContaining("ends before it begins");
    }

    @Test
    void cells_that_look_like_formulas_are_escaped() {
        for (var value : new String[] {"=1", "+1", "-1", "@x", "\tx"}) {
            assertThat(CsvLine.cell(value)).isEqualTo("'" + value);
        }
        assertThat(CsvLine.cell("\rx")).isEqualTo("\"'\rx\"");
        assertThat(CsvLine.cell("a,\"b\"")).isEqualTo("\"a,\"\"b\"\"\"");
        assertThat(CsvLine.cell("plain=")).isEqualTo("plain=");
    }

    private Map<String, String> export() throws IOException {
        var out = new ByteArrayOutputStream();
        exports.write(
                as("ann", Role.AUDITOR),
                Instant.EPOCH,
                Instant.now().plus(Duration.ofHours(1)),
                EnumSet.allOf(AuditExports.Format.class),
                out);
        var files = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
