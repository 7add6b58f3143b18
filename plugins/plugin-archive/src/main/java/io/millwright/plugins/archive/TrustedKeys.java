package io.millwright.plugins.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The public keys whose signatures count, by identity.
 *
 * @param keys Ed25519 keys by {@link #id}
 */
public record TrustedKeys(Map<String, PublicKey> keys) {

    public TrustedKeys {
        keys = Map.copyOf(keys);
    }

    /**
     * Reads every {@code *.pub} of a folder: an Ed25519 key in X.509 DER each.
     *
     * @throws IOException when the folder cannot be read, or a file in it is not such a key; the message names it
     */
    public static TrustedKeys load(Path folder) throws IOException {
        var keys = new TreeMap<String, PublicKey>();
        try (var files = Files.newDirectoryStream(folder, "*.pub")) {
            for (var file : files) {
                try {
                    var key = KeyFactory.getInstance("Ed25519")
                            .generatePublic(new X509EncodedKeySpec(Files.readAllBytes(file)));
                    keys.put(id(key), key);
                } catch (GeneralSecurityException notAKey) {
                    throw new IOException(file + " is not an Ed25519 public key in X.509 DER", notAKey);
                }
            }
        }
        return new TrustedKeys(keys);
    }

    /** The identity of a key: the first 32 hexadecimal digits of the SHA-256 of its X.509 encoding. */
    public static String id(PublicKey key) {
        var digest = ZipEntries.sha256().digest(key.getEncoded());
        return HexFormat.of().formatHex(digest, 0, 16);
    }
}
