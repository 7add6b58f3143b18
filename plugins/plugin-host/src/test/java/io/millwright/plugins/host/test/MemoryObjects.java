package io.millwright.plugins.host.test;

import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.ObjectRef;
import io.millwright.tenancy.ObjectStore;
import io.millwright.tenancy.TenantId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Objects in memory. */
public final class MemoryObjects implements ObjectStore {

    private final Map<String, byte[]> objects = new HashMap<>();

    @Override
    public ObjectRef put(TenantId tenant, InputStream bytes) throws IOException {
        var all = bytes.readAllBytes();
        try {
            var digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all));
            objects.put(tenant + "/" + digest, all);
            return new ObjectRef(digest, all.length);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public ObjectRef put(TenantId tenant, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return put(tenant, in);
        }
    }

    @Override
    public InputStream open(TenantId tenant, String digest) {
        var bytes = objects.get(tenant + "/" + digest);
        if (bytes == null) {
            throw MillwrightException.missing("object", digest);
        }
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public SeekableByteChannel openChannel(TenantId tenant, String digest) {
        throw new UnsupportedOperationException("the host reads objects from their start");
    }

    @Override
    public boolean exists(TenantId tenant, String digest) {
        return objects.containsKey(tenant + "/" + digest);
    }

    @Override
    public void delete(TenantId tenant, String digest) {
        objects.remove(tenant + "/" + digest);
    }
}
