package io.millwright.portal.api.audit;

import io.millwright.governance.audit.AuditExports;
import io.millwright.governance.audit.AuditExports.Format;
import io.millwright.governance.audit.AuditQuery;
import io.millwright.governance.audit.AuditTrail;
import io.millwright.portal.api.Download;
import io.millwright.portal.api.Fields;
import io.millwright.portal.api.Items;
import io.millwright.portal.api.Paging;
import io.millwright.portal.api.Period;
import io.millwright.portal.api.audit.AuditViews.EntryView;
import io.millwright.tenancy.Caller;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the controllers of a tenant's log and of the platform's have in common. */
@Component
class AuditReading {

    private final AuditTrail trail;
    private final AuditExports exports;

    AuditReading(AuditTrail trail, AuditExports exports) {
        this.trail = trail;
        this.exports = exports;
    }

    Items<EntryView> search(Caller caller, Filter filter, Paging paging) {
        var page = trail.search(caller, filter.query(), paging.after(), paging.limit());
        return Items.of(page.items(), page.next(), AuditViews::entry);
    }

    EntryView get(Caller caller, long index) {
        return AuditViews.entry(trail.get(caller, index));
    }

    void export(Caller caller, Export export, HttpServletResponse response) throws IOException {
        var period = new Period(
                Fields.required("from", Period.moment("from", export.from())),
                Fields.required("to", Period.moment("to", export.to())));
        var formats = export.formats() == null || export.formats().isEmpty()
                ? EnumSet.allOf(Format.class)
                : Fields.constants("formats", Format.class, export.formats());
        Download.send(
                response,
                exports.filename(caller, period.from(), period.to()),
                "application/zip",
                -1,
                out -> exports.write(caller, period.from(), period.to(), formats, out));
    }

    /** Which entries; every part may be left out. */
    record Filter(
            @Nullable String actor,
            @Nullable String action,
            @Nullable String objectType,
            @Nullable String objectId,
            @Nullable String text,
            @Nullable String from,
            @Nullable String to) {
        AuditQuery query() {
            return new AuditQuery(
                    actor, action, objectType, objectId, text, Period.moment("from", from), Period.moment("to", to));
        }
    }

    /** What to export. */
    @Schema(name = "AuditExport")
    record Export(
            @Schema(description = "Inclusive: a moment, or a day in UTC.", example = "2026-01-01T00:00:00Z") @Nullable
            String from,

            @Schema(description = "Exclusive.", example = "2026-02-01T00:00:00Z") @Nullable
            String to,

            @Schema(description = "csv, jsonl; all when left out", example = "[\"csv\", \"jsonl\"]") @Nullable
            List<String> formats) {}
}
