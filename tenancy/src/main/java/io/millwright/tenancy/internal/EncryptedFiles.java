package io.millwright.tenancy.internal;

import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.ObjectRef;
import io.millwright.tenancy.ObjectStore;
import io.millwright.tenancy.TenantId;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Objects as encrypted files: {@code <folder>/<tenant>/<first two digits>/<digest>}. Written beside and moved into place,
 * so that a half-written object is never seen.
 */
final class EncryptedFiles implements ObjectStore {

    private final Path folder;
    private final DataKeys keys;

    EncryptedFiles(Path folder, DataKeys keys) throws IOException {
        this.folder = folder;
        this.keys = keys;
        Files.createDirectories(folder);
    }

    /** @throws MillwrightException when the location is not a {@code file:} one */
    static Path folderOf(String location) {
        if (!location.startsWith("file:")) {
            throw MillwrightException.user(
                    "object-store-unknown",
                    "The object store \"%s\" is of a kind this version does not know.".formatted(location),
                    "Use file:<folder>.");
        }
        return Path.of(location.substring("file:".length()));
    }

    @Override
    public ObjectRef put(TenantId tenant, InputStream bytes) throws IOException {
        var incoming = Files.createDirectories(folder.resolve(".incoming"));
        var part = Files.createTempFile(incoming, tenant.value(), ".part");
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            long size;
            try (var sealed = keys.of(tenant)
                    .newEncryptingStream(
                            new BufferedOutputStream(Files.newOutputStream(part), 1 << 16), name(tenant))) {
                size = new DigestInputStream(bytes, sha256).transferTo(sealed);
            }
            var ref = new ObjectRef(HexFormat.of().formatHex(sha256.digest()), size);
            var place = place(tenant, ref.digest());
            if (!Files.exists(place)) {
                Files.createDirectories(place.getParent());
                Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
            }
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
            var sealed = Files.newInputStream(place(tenant, digest));
            return keys.of(tenant).newDecryptingStream(sealed, name(tenant));
        } catch (NoSuchFileException absent) {
            throw MillwrightException.missing("object", digest);
        } catch (GeneralSecurityException e) {
            throw new IOException("the object could not be decrypted", e);
        }
    }

    @Override
    public boolean exists(TenantId tenant, String digest) {
        return Files.exists(place(tenant, digest));
    }

    @Override
    public void delete(TenantId tenant, String digest) throws IOException {
        Files.deleteIfExists(place(tenant, digest));
    }

    private Path place(TenantId tenant, String digest) {
        var ref = new ObjectRef(digest, 0);
        return folder.resolve(tenant.value())
                .resolve(ref.digest().substring(0, 2))
                .resolve(ref.digest());
    }

    private static byte[] name(TenantId tenant) {
        return tenant.value().getBytes(StandardCharsets.UTF_8);
    }
}
