package io.millwright.portal.api.datasets;

import io.millwright.governance.datasets.DatasetId;
import io.millwright.governance.datasets.DatasetVersion;
import io.millwright.governance.datasets.Datasets;
import io.millwright.portal.api.Items;
import io.millwright.portal.api.Paging;
import io.millwright.portal.api.datasets.DatasetViews.DatasetView;
import io.millwright.portal.api.datasets.DatasetViews.VersionView;
import io.millwright.tenancy.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tenants/{tenant}/datasets")
@Tag(name = "Datasets")
class DatasetsController {

    private final Datasets datasets;
    private final Uploads uploads;

    DatasetsController(Datasets datasets, Uploads uploads) {
        this.datasets = datasets;
        this.uploads = uploads;
    }

    @GetMapping
    @Operation(summary = "Datasets, by name")
    Items<DatasetView> list(Caller caller, Paging paging) {
        var page = datasets.list(caller, paging.after(), paging.limit());
        return Items.of(page.items(), page.next(), dataset -> DatasetViews.dataset(caller.tenant(), dataset));
    }

    @PostMapping
    @UploadForm
    @Operation(
            summary = "Upload a file as a dataset",
            description =
                    "For engineers. `multipart/form-data` with the parts `name` and `file`, of any size: delimited text, "
                            + "JSON Lines or Parquet, also gzip-compressed; a zip archive of images; safetensors. A dataset of that name gets its next version. A file that "
                            + "cannot be read as a table is refused with the line where there is one, and leaves nothing behind.")
    ResponseEntity<?> upload(Caller engineer, HttpServletRequest request) {
        return uploads.receive(engineer, request, null);
    }

    @GetMapping("/{dataset}")
    @Operation(summary = "One dataset, with the facts of its newest version")
    DatasetView get(Caller caller, @PathVariable String dataset) {
        return DatasetViews.dataset(caller.tenant(), datasets.get(caller, DatasetId.parse(dataset)));
    }

    @DeleteMapping("/{dataset}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a dataset", description = "For engineers. Refused while models or jobs need it.")
    void delete(Caller engineer, @PathVariable String dataset, @RequestParam(defaultValue = "") String reason) {
        datasets.delete(engineer, DatasetId.parse(dataset), reason);
    }

    @GetMapping("/{dataset}/versions")
    @Operation(summary = "All versions, newest first")
    Items<VersionView> versions(Caller caller, @PathVariable String dataset, Paging paging) {
        return paging.cut(
                datasets.versions(caller, DatasetId.parse(dataset)),
                version -> Integer.toString(version.number()),
                version -> DatasetViews.version(caller.tenant(), version));
    }

    @PostMapping("/{dataset}/versions")
    @UploadForm
    @Operation(
            summary = "Upload a file as the next version of a dataset",
            description = "For engineers; only the part `file`.")
    ResponseEntity<?> uploadVersion(Caller engineer, @PathVariable String dataset, HttpServletRequest request) {
        return uploads.receive(
                engineer,
                request,
                datasets.get(engineer, DatasetId.parse(dataset)).id());
    }

    @GetMapping("/{dataset}/versions/{version}")
    @Operation(summary = "One version")
    VersionView version(Caller caller, @PathVariable String dataset, @PathVariable int version) {
        DatasetVersion found = datasets.version(caller, DatasetId.parse(dataset), version);
        return DatasetViews.version(caller.tenant(), found);
    }
}
