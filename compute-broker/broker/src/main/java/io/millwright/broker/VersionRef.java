package io.millwright.broker;

import java.util.UUID;

/**
 * One version of a dataset or of a model.
 *
 * @param id the dataset or model
 * @param version its number, 1 or more
 */
public record VersionRef(UUID id, int version) {

    public VersionRef {
        if (version < 1) {
            throw new IllegalArgumentException("versions count from 1: " + version);
        }
    }
}
