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

    /** The file that holds the secret as text, made on first use. */
    Path file(String name) {
        return once(name, Base64.getUrlEncoder().withoutPadding().encode(random()));
    }

    /** The file that holds 32 random bytes as they are, made on first use. */
    Path key(String name) {
        return once(name, random());
    }

    /** The file of that name; where there is none yet, one with these bytes. */
    private synchronized Path once(String name, byte[] bytes) {
        var file = Folders.secret(folder).resolve(name);
        if (!Files.exists(file)) {
            Folders.write(file, bytes);
        }
        return file;
    }

    private static byte[] random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
