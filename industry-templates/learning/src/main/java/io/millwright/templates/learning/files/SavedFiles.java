package io.millwright.templates.learning.files;

import io.millwright.plugins.api.TemplateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether a model's files are still those that were saved. */
public final class SavedFiles {

    private SavedFiles() {}

    /** SHA-256 of a file, in hexadecimal digits. */
    public static String digest(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param bad what reading came upon; its first line is told */
    public static TemplateException damaged(Exception bad) {
        return damaged(String.valueOf(bad.getMessage()).lines().findFirst().orElse(""));
    }

    /** @param what the file, or what is wrong with it */
    public static TemplateException damaged(String what) {
        return TemplateException.user(
                "model-unreadable",
                "The model's files are damaged or incomplete (" + what + ").",
                "Train the model again.");
    }
}
