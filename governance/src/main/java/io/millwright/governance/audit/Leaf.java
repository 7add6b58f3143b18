package io.millwright.governance.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Leaf hashes of RFC 9162, section 2.1.1. */
final class Leaf {

    private Leaf() {}

    /** SHA-256 of a zero byte and the entry. */
    static byte[] hash(String canonical) {
        var digest = sha256();
        digest.update((byte) 0);
        return digest.digest(canonical.getBytes(StandardCharsets.UTF_8));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
