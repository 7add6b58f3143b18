package io.millwright.governance.audit;

import java.util.List;
import java.util.stream.Collectors;

/** Entries as lines of RFC 4180 CSV that spreadsheets show and never execute. */
final class CsvLine {

    static final String HEADER =
            "index,time,tenant,actor,channel,address,action,object_type,object_id,before,after,reason,leaf_hash\r\n";

    private static final String FORMULA = "=+-@\t\r";

    private CsvLine() {}

    static String of(AuditEntry entry) {
        var event = entry.event();
        return List.of(
                                Long.toString(entry.index()),
                                Times.text(entry.time()),
                                entry.tenant().value(),
                                entry.actor(),
                                entry.origin().channel().name(),
                                entry.origin().address(),
                                event.action(),
                                event.objectType(),
                                event.objectId(),
                                event.before().isEmpty() ? "" : CanonicalJson.of(event.before()),
                                event.after().isEmpty() ? "" : CanonicalJson.of(event.after()),
                                event.reason(),
                                entry.leafHash())
                        .stream()
                        .map(CsvLine::cell)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    static String cell(String value) {
        var safe = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
