package io.millwright.governance.models;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Names a model's content: what {@code sha256sum *} prints, digested. */
final class ModelDigest {

    private ModelDigest() {}

    static String of(List<ModelFile> files) {
        return sha256(files.stream()
                .sorted(Comparator.comparing(ModelFile::name))
                .map(file -> file.object().digest() + "  " + file.name() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
