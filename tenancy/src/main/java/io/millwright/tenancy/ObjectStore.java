package io.millwright.tenancy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/**
 * Large bytes of tenants: content-addressed, under a prefix and a data key per tenant.
 *
 * <p>Bytes are encrypted as they stream (AES-256-GCM in segments, key derived by HKDF; Tink's AES-GCM-HKDF streaming), so
 * an object of any size passes in constant memory, and a changed or truncated one is refused while it is read. The data
 * key is wrapped by the installation's master key; destroying it destroys the tenant's objects.
 */
public interface ObjectStore {

    /** Stores everything that a stream gives; storing the same bytes again costs nothing. The stream is not closed. */
    ObjectRef put(TenantId tenant, InputStream bytes) throws IOException;

    /** Stores a file. */
    ObjectRef put(TenantId tenant, Path file) throws IOException;

    /**
     * Opens an object from its start.
     *
     * @throws MillwrightException of kind MISSING when the tenant has no such object
     */
    InputStream open(TenantId tenant, String digest) throws IOException;

    /**
     * Opens an object to read parts of it, as many and in whatever order. The channel's size is that of the object.
     *
     * @throws MillwrightException of kind MISSING when the tenant has no such object
     */
    SeekableByteChannel openChannel(TenantId tenant, String digest) throws IOException;

    boolean exists(TenantId tenant, String digest);

    /** Removes an object that nothing refers to any more; does nothing when it is not there. */
    void delete(TenantId tenant, String digest) throws IOException;
}
