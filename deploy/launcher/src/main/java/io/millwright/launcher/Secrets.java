package io.millwright.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** Passwords and keys of this home: each made once, at random, in a file of its own that only the owner may read. */
record Secrets(Path folder) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** The secret of that name, made on first use. A file put there beforehand (for an external server) is taken as it is. */
    String text(String name) {
        try {
            return Files.readString(file(name)).strip();
        } catch (IOException e) {
            throw new LauncherException("%s cannot be read: %s.".formatted(folder.resolve(name), Folders.reason(e)), e);
        }
    }

    /** The file that holds the secret, made on first use. */
    Path file(String name) {
        var file = Folders.secret(folder).resolve(name);
        if (!Files.exists(file)) {
            var bytes = new byte[32];
            RANDOM.nextBytes(bytes);
            Folders.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        return file;
    }
}
