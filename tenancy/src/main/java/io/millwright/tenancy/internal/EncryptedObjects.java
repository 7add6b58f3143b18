package io.millwright.tenancy.internal;

import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.ObjectRef;
import io.millwright.tenancy.ObjectStore;
import io.millwright.tenancy.TenantId;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Objects as encrypted blobs: {@code <tenant>/<first two digits>/<digest>}. */
final class EncryptedObjects implements ObjectStore {

    private static final int BUFFER = 1 << 16;

    private final Blobs blobs;
    private final DataKeys keys;

    EncryptedObjects(Blobs blobs, DataKeys keys) {
        this.blobs = blobs;
        this.keys = keys;
    }

    @Override
    public ObjectRef put(TenantId tenant, InputStream bytes) throws IOException {
        var part = blobs.prepare();
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            long size;
            try (var sealed = keys.of(tenant)
                    .newEncryptingStream(new BufferedOutputStream(Files.newOutputStream(part), BUFFER), name(tenant))) {
                size = new DigestInputStream(bytes, sha256).transferTo(sealed);
            }
            var ref = new ObjectRef(HexFormat.of().formatHex(sha256.digest()), size);
            blobs.store(key(tenant, ref.digest()), part);
            return ref;
        } catch (GeneralSecurityException e) {
            throw new IOException("the object could not be encrypted", e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public ObjectRef put(TenantId tenant, Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            return put(tenant, bytes);
        }
    }

    @Override
    public InputStream open(TenantId tenant, String digest) throws IOException {
        try {
            return keys.of(tenant).newDecryptingStream(blobs.open(key(tenant, digest)), name(tenant));
        } catch (NoSuchFileException absent) {
            throw MillwrightException.missing("object", digest);
        } catch (GeneralSecurityException e) {
            throw new IOException("the object could not be decrypted", e);
        }
    }

    @Override
    public SeekableByteChannel openChannel(TenantId tenant, String digest) throws IOException {
        try {
            return keys.of(tenant).newSeekableDecryptingChannel(blobs.channel(key(tenant, digest)), name(tenant));
        } catch (NoSuchFileException absent) {
            throw MillwrightException.missing("object", digest);
        } catch (GeneralSecurityException e) {
            throw new IOException("the object could not be decrypted", e);
        }
    }

    @Override
    public boolean exists(TenantId tenant, String digest) {
        try {
            return blobs.exists(key(tenant, digest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void delete(TenantId tenant, String digest) throws IOException {
        blobs.delete(key(tenant, digest));
    }

    private static String key(TenantId tenant, String digest) {
        var ref = new ObjectRef(digest, 0);
        return tenant.value() + "/" + ref.digest().substring(0, 2) + "/" + ref.digest();
    }

    private static byte[] name(TenantId tenant) {
        return tenant.value().getBytes(StandardCharsets.UTF_8);
    }
}
