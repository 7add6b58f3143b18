package io.millwright.portal.api.audit;

import io.millwright.portal.api.Items;
import io.millwright.portal.api.Paging;
import io.millwright.portal.api.audit.AuditReading.Export;
import io.millwright.portal.api.audit.AuditReading.Filter;
import io.millwright.portal.api.audit.AuditViews.EntryView;
import io.millwright.tenancy.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tenants/{tenant}/audit")
@Tag(name = "Audit")
class AuditController {

    private final AuditReading audit;

    AuditController(AuditReading audit) {
        this.audit = audit;
    }

    @GetMapping
    @Operation(
            summary = "Entries, newest first",
            description =
                    "For auditors and administrators. `action` takes an action or its beginning, e.g. `dataset` or `dataset.uploaded`.")
    Items<EntryView> search(Caller caller, @ParameterObject @ModelAttribute Filter filter, Paging paging) {
        return audit.search(caller, filter, paging);
    }

    @GetMapping("/{index}")
    @Operation(summary = "One entry", description = "`canonical` holds the bytes that count, `leafHash` is their hash.")
    EntryView get(Caller caller, @PathVariable long index) {
        return audit.get(caller, index);
    }

    @PostMapping("/exports")
    @Operation(summary = "Export a period", description = "Answers with a zip bundle; the export is itself audited.")
    void export(Caller caller, @RequestBody Export body, HttpServletResponse response) throws IOException {
        audit.export(caller, body, response);
    }
}
