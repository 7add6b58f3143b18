package io.millwright.governance.datasets;

import io.millwright.governance.datasets.internal.Limits;
import io.millwright.governance.datasets.internal.Scratch;
import io.millwright.governance.datasets.internal.Spool;
import io.millwright.governance.datasets.internal.StoredImages;
import io.millwright.governance.datasets.internal.TableReader;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.ObjectRef;
import io.millwright.tenancy.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** From a stream to a stored table; a few at once, the others wait. Temporary files are gone when a method returns. */
final class TableIntake {

    private final Limits limits;
    private final TableReader reader;
    private final DatasetObjects objects;
    private final Semaphore places;
    private final Semaphore decoders = new Semaphore(4, true);

    TableIntake(Limits limits, DatasetObjects objects, int atOnce) {
        this.limits = limits;
        this.reader = new TableReader(limits);
        this.objects = objects;
        this.places = new Semaphore(atOnce, true);
    }

    /** Reads an upload; null when {@code known} says that the very same bytes are there already. */
    @Nullable
    PreparedTable upload(TenantId tenant, String filename, InputStream bytes, Predicate<ObjectRef> known) {
        return spooled(bytes, (scratch, file, given) -> {
            if (known.test(given)) {
                return null;
            }
            return objects.store(tenant, filename, file, given, inPlace(() -> reader.read(scratch, file)));
        });
    }

    /** Reads a table whose columns were announced. */
    PreparedTable result(TenantId tenant, List<DatasetColumn> columns, String filename, InputStream bytes) {
        var table = spooled(
                bytes,
                (scratch, file, given) -> objects.store(
                        tenant, filename, file, given, inPlace(() -> reader.readResult(scratch, file, columns))));
        if (table == null) {
            throw new IllegalStateException("a result is always read");
        }
        return table;
    }

    /** Reads a set of images. */
    PreparedTable images(TenantId tenant, String filename, InputStream bytes) {
        var table = spooled(
                bytes,
                (scratch, file, given) ->
                        objects.store(tenant, filename, file, given, inPlace(() -> reader.readImages(scratch, file))));
        if (table == null) {
            throw new IllegalStateException("a result is always read");
        }
        return table;
    }

    /** Some rows of a stored table. */
    List<List<@Nullable String>> rows(
            InputStream parquet, List<DatasetColumn> columns, RowPage.Order order, long offset, int limit)
            throws IOException {
        try (var scratch = Scratch.in(limits.scratch())) {
            var file = scratch.file("table.parquet");
            Files.copy(parquet, file);
            return inPlace(() -> reader.rows(scratch, file, columns, order, offset, limit));
        }
    }

    /** Some images of a stored set. */
    ImagePage images(InputStream parquet, ImagePage.Filter filter, long offset, int limit) throws IOException {
        try (var scratch = Scratch.in(limits.scratch())) {
            var file = scratch.file("table.parquet");
            Files.copy(parquet, file);
            return inPlace(() -> reader.images(scratch, file, filter, offset, limit));
        }
    }

    /** A stored image; decoding takes memory, so a few at once. */
    StoredImage image(StoredImages images, long row, int side) throws IOException {
        if (side <= 0) {
            return images.image(row);
        }
        decoders.acquireUninterruptibly();
        try {
            return images.thumbnail(row, Math.clamp(side, 16, 1024));
        } finally {
            decoders.release();
        }
    }

    private interface Work {
        @Nullable
        PreparedTable with(Scratch scratch, Path file, ObjectRef given) throws IOException;
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private @Nullable PreparedTable spooled(InputStream bytes, Work work) {
        try (var scratch = Scratch.in(limits.scratch())) {
            var file = scratch.file("given");
            var given = Spool.copy(bytes, file, limits.maxBytes());
            return work.with(scratch, file, given);
        } catch (IOException failed) {
            throw MillwrightException.external(
                    "upload-interrupted",
                    "The file did not arrive completely or could not be stored.",
                    "Upload it again; if it happens again, tell the operator (is the disk full?).",
                    failed);
        }
    }

    private <T> T inPlace(Reading<T> reading) throws IOException {
        places.acquireUninterruptibly();
        try {
            return reading.read();
        } finally {
            places.release();
        }
    }
}
