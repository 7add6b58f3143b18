package io.millwright.portal.api.datasets;

import io.millwright.governance.datasets.DatasetId;
import io.millwright.governance.datasets.DatasetVersion;
import io.millwright.governance.datasets.Datasets;
import io.millwright.governance.datasets.Profile;
import io.millwright.portal.api.Download;
import io.millwright.portal.api.Fields;
import io.millwright.portal.api.datasets.DatasetViews.LineageView;
import io.millwright.portal.api.datasets.DatasetViews.ProfileView;
import io.millwright.portal.api.datasets.DatasetViews.RowsView;
import io.millwright.tenancy.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is in a dataset version; without a version the newest is meant. */
@RestController
@RequestMapping({
    "/api/v1/tenants/{tenant}/datasets/{dataset}",
    "/api/v1/tenants/{tenant}/datasets/{dataset}/versions/{version}"
})
@Tag(name = "Datasets")
class DatasetContentController {

    private final Datasets datasets;

    DatasetContentController(Datasets datasets) {
        this.datasets = datasets;
    }

    @GetMapping("/profile")
    @Operation(
            summary = "Types, missing values and distributions of every column",
            description =
                    "`series` says which series the table holds, where it holds any: layout, frequency, number, gaps.")
    ProfileView profile(
            Caller caller, @PathVariable String dataset, @PathVariable(required = false) @Nullable Integer version) {
        var found = find(caller, dataset, version);
        var profile = datasets.profile(caller, found.id());
        return new ProfileView(
                found.id().toString(),
                found.dataset().toString(),
                found.number(),
                profile.rows(),
                profile.columns(),
                profile.series(),
                DatasetViews.links(caller.tenant(), found).map());
    }

    @GetMapping("/rows")
    @Operation(summary = "The first rows", description = "At most 50, as text; null where a value is missing.")
    RowsView rows(
            Caller caller,
            @PathVariable String dataset,
            @PathVariable(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "50") int limit) {
        var found = find(caller, dataset, version);
        var sample = datasets.profile(caller, found.id()).sample();
        var shown = Math.clamp(limit, 1, Profile.SAMPLE_ROWS);
        return new RowsView(
                found.columns(),
                sample.subList(0, Math.min(shown, sample.size())),
                null,
                DatasetViews.links(caller.tenant(), found).map());
    }

    @GetMapping("/lineage")
    @Operation(summary = "Where a version comes from")
    LineageView lineage(
            Caller caller, @PathVariable String dataset, @PathVariable(required = false) @Nullable Integer version) {
        return DatasetViews.lineage(find(caller, dataset, version).lineage());
    }

    @GetMapping("/content")
    @Operation(
            summary = "Download the rows",
            description =
                    "`format`: `given` for the file as it was uploaded, `parquet`, or `csv` (gzip-compressed RFC 4180).")
    void content(
            Caller caller,
            @PathVariable String dataset,
            @PathVariable(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "given") String format,
            HttpServletResponse response)
            throws IOException {
        var found = find(caller, dataset, version).id();
        var content =
                switch (Fields.constant("format", Format.class, format)) {
                    case GIVEN -> datasets.openGiven(caller, found);
                    case PARQUET -> datasets.openParquet(caller, found);
                    case CSV -> datasets.openCanonical(caller, found);
                };
        try (var bytes = content.bytes()) {
            Download.send(response, content.filename(), content.mediaType(), content.size(), bytes::transferTo);
        }
    }

    private DatasetVersion find(Caller caller, String dataset, @Nullable Integer version) {
        var id = DatasetId.parse(dataset);
        return version == null ? datasets.get(caller, id).latest() : datasets.version(caller, id, version);
    }

    private enum Format {
        GIVEN,
        PARQUET,
        CSV
    }
}
