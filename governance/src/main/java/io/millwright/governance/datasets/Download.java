package io.millwright.governance.datasets;

import java.io.InputStream;

/**
 * Bytes to hand out.
 *
 * @param filename what to call them
 * @param mediaType e.g. {@code text/csv}
 * @param size how many
 * @param bytes the stream; whoever receives this closes it
 */
public record Download(String filename, String mediaType, long size, InputStream bytes) {}
