package io.millwright.governance.datasets;

import io.millwright.governance.datasets.internal.StoredImages;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.ObjectRef;
import io.millwright.tenancy.ObjectStore;
import java.io.IOException;

/** What is in dataset versions: rows, images, and files to download. */
final class DatasetContents {

    private final TableIntake intake;
    private final ObjectStore objects;

    DatasetContents(TableIntake intake, ObjectStore objects) {
        this.intake = intake;
        this.objects = objects;
    }

    RowPage rows(Caller caller, DatasetVersion found, RowPage.Order order, long offset, int limit) throws IOException {
        var column = order.column();
        if (column != null
                && found.columns().stream().noneMatch(known -> known.name().equals(column))) {
            throw MillwrightException.missing("column", column);
        }
        try (var parquet = objects.open(caller.tenant(), found.parquet().digest())) {
            var rows = intake.rows(
                    parquet, found.columns(), order, Math.max(offset, 0), Math.clamp(limit, 1, RowPage.MAX));
            return new RowPage(found.columns(), rows, found.rows());
        }
    }

    ImagePage images(Caller caller, DatasetVersion found, ImagePage.Filter filter, long offset, int limit)
            throws IOException {
        content(found, DatasetKind.IMAGES);
        try (var parquet = objects.open(caller.tenant(), found.parquet().digest())) {
            return intake.images(parquet, filter, Math.max(offset, 0), Math.clamp(limit, 1, RowPage.MAX));
        }
    }

    StoredImage image(Caller caller, DatasetVersion found, long row, int side) throws IOException {
        var content = content(found, DatasetKind.IMAGES);
        if (row < 0 || row >= found.rows()) {
            throw MillwrightException.missing("image", Long.toString(row));
        }
        try (var channel = objects.openChannel(caller.tenant(), content.digest())) {
            return intake.image(new StoredImages(channel), row, side);
        }
    }

    private static ObjectRef content(DatasetVersion version, DatasetKind kind) {
        var content = version.content();
        if (content == null || version.kind() != kind) {
            throw MillwrightException.missing("image", version.id().toString());
        }
        return content;
    }

    Download given(Caller caller, DatasetVersion found) throws IOException {
        return open(caller, found.filename(), "application/octet-stream", found.given());
    }

    Download parquet(Caller caller, DatasetVersion found) throws IOException {
        return open(caller, filename(found, ".parquet"), "application/vnd.apache.parquet", found.parquet());
    }

    Download canonical(Caller caller, DatasetVersion found) throws IOException {
        return open(caller, filename(found, ".csv.gz"), "application/gzip", found.canonical());
    }

    Download content(Caller caller, DatasetVersion found) throws IOException {
        var content = found.content();
        if (content == null) {
            throw MillwrightException.missing(
                    "content beside the table", found.id().toString());
        }
        return found.kind() == DatasetKind.IMAGES
                ? open(caller, filename(found, "-images.zip"), "application/zip", content)
                : open(caller, filename(found, ".safetensors"), "application/octet-stream", content);
    }

    private Download open(Caller caller, String filename, String mediaType, ObjectRef object) throws IOException {
        return new Download(filename, mediaType, object.size(), objects.open(caller.tenant(), object.digest()));
    }

    private static String filename(DatasetVersion version, String extension) {
        return version.datasetName().replaceAll("[^\\p{L}\\p{N}._-]+", "-") + "-v" + version.number() + extension;
    }
}
