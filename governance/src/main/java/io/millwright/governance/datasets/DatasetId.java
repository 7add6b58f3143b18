package io.millwright.governance.datasets;

import io.millwright.tenancy.Ids;
import java.util.UUID;

/** A dataset's identity. */
public record DatasetId(UUID value) {

    /** @throws io.millwright.tenancy.MillwrightException of kind MISSING when it cannot be one */
    public static DatasetId parse(String text) {
        return new DatasetId(Ids.parse("dataset", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
