package io.millwright.tenancy.internal;

import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.ObjectStoreProperties;
import java.nio.file.Path;

/**
 * The configured place of objects.
 *
 * @param blobs where sealed bytes lie
 */
record ObjectPlace(Blobs blobs) implements AutoCloseable {

    /** @throws MillwrightException when the location is of an unknown kind */
    static ObjectPlace of(ObjectStoreProperties properties) {
        var location = properties.location();
        if (location.startsWith("file:")) {
            return new ObjectPlace(new FileBlobs(Path.of(location.substring("file:".length()))));
        }
        if (location.startsWith("s3:")) {
            return new ObjectPlace(S3Blobs.at(location.substring("s3:".length()), properties.s3()));
        }
        throw MillwrightException.user(
                "object-store-unknown",
                "The object store \"%s\" is of a kind that is not known.".formatted(location),
                "Use file:<folder> or s3:<bucket>/<prefix>.");
    }

    @Override
    public void close() throws Exception {
        if (blobs instanceof AutoCloseable open) {
            open.close();
        }
    }
}
