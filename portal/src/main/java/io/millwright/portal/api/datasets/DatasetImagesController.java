package io.millwright.portal.api.datasets;

import io.millwright.governance.datasets.DatasetId;
import io.millwright.governance.datasets.Datasets;
import io.millwright.tenancy.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Single images of a set. A version never changes, so neither do its images. */
@RestController
@RequestMapping("/api/v1/tenants/{tenant}/datasets/{dataset}/versions/{version}/images")
@Tag(name = "Datasets")
class DatasetImagesController {

    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private final Datasets datasets;

    DatasetImagesController(Datasets datasets) {
        this.datasets = datasets;
    }

    @GetMapping("/{row}")
    @Operation(
            summary = "One image of a set",
            description =
                    "`row` counts from 0, in the order of the table. `size`: pixels of the longer side at most, 16 to "
                            + "1024, as PNG; without it the image as it was given.")
    ResponseEntity<byte[]> image(
            Caller caller,
            @PathVariable String dataset,
            @PathVariable int version,
            @PathVariable long row,
            @RequestParam(defaultValue = "0") int size,
            WebRequest request)
            throws IOException {
        var found = datasets.version(caller, DatasetId.parse(dataset), version);
        var tag = "\"" + found.given().digest().substring(0, 32) + "-" + row + "-" + size + "\"";
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(304).eTag(tag).cacheControl(FOR_GOOD).build();
        }
        var image = datasets.image(caller, found.id(), row, size);
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(FOR_GOOD)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "inline")
                .contentType(MediaType.parseMediaType(image.mediaType()))
                .body(image.bytes());
    }
}
