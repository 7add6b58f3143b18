package io.millwright.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A running SHA-256 over texts and files, each closed off so that no two sequences look the same. */
final class Digest {

    private final MessageDigest digest;

    Digest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    Digest add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return this;
    }

    Digest addFile(Path file) {
        try {
            add(Long.toString(Files.size(file)));
            digest.update(Files.readAllBytes(file));
            return this;
        } catch (IOException e) {
            throw new LauncherException("%s cannot be read: %s.".formatted(file, Folders.reason(e)), e);
        }
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
