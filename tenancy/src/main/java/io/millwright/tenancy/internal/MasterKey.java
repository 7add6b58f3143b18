package io.millwright.tenancy.internal;

import com.google.crypto.tink.subtle.AesGcmJce;
import io.millwright.tenancy.TenantId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Wraps data keys: AES-256-GCM with the tenant's name as associated data, so that a key serves its tenant only. */
final class MasterKey {

    private static final int BYTES = 32;

    private final AesGcmJce cipher;

    private MasterKey(byte[] key) throws GeneralSecurityException {
        this.cipher = new AesGcmJce(key);
    }

    /** @throws IOException when the file is absent or does not hold 32 bytes */
    static MasterKey read(Path file) throws IOException {
        var key = Files.readAllBytes(file);
        if (key.length != BYTES) {
            throw new IOException("The master key file must hold %d random bytes; it holds %d: %s"
                    .formatted(BYTES, key.length, file));
        }
        try {
            return new MasterKey(key);
        } catch (GeneralSecurityException e) {
            throw new IOException("The master key cannot be used: " + file, e);
        }
    }

    byte[] wrap(TenantId tenant, byte[] dataKey) throws GeneralSecurityException {
        return cipher.encrypt(dataKey, tenant.value().getBytes(StandardCharsets.UTF_8));
    }

    byte[] unwrap(TenantId tenant, byte[] wrapped) throws GeneralSecurityException {
        return cipher.decrypt(wrapped, tenant.value().getBytes(StandardCharsets.UTF_8));
    }
}
