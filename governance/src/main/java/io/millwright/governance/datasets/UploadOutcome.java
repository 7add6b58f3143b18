package io.millwright.governance.datasets;

/**
 * What an upload led to.
 *
 * @param version the version that holds the file
 * @param created false when the dataset's newest version already was this very file, byte for byte, and nothing was added
 */
public record UploadOutcome(DatasetVersion version, boolean created) {}
