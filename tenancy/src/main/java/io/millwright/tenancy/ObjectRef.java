package io.millwright.tenancy;

/**
 * A stored object, known by its content.
 *
 * @param digest SHA-256 of the plain bytes, 64 lower-case hexadecimal digits
 * @param size length of the plain bytes
 */
public record ObjectRef(String digest, long size) {

    public ObjectRef {
        if (!digest.matches("[0-9a-f]{64}") || size < 0) {
            throw new IllegalArgumentException("not an object: " + digest);
        }
    }
}
