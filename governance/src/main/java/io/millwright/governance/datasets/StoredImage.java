package io.millwright.governance.datasets;

/**
 * An encoded image of a set.
 *
 * @param mediaType what its first bytes say, e.g. {@code image/png}; never anything but an image
 * @param bytes all of it
 */
public record StoredImage(String mediaType, byte[] bytes) {}
