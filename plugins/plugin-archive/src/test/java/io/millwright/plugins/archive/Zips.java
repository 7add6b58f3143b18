package io.millwright.plugins.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Zips for tests, and a key to sign them with. */
final class Zips {

    private Zips() {}

    static Map<String, byte[]> template() {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("plugin.properties", bytes("plugin.id=average\n"));
        entries.put("descriptor.json", bytes("{}"));
        entries.put("classes/a/Template.class", new byte[] {1, 2, 3, 4, 5});
        entries.put("lib/some-1.0.jar", bytes("jar ".repeat(50)));
        return entries;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** An ordinary zip, compressed, as build tools write it. */
    static Path write(Path file, Map<String, byte[]> entries) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    static Map<String, byte[]> read(Path file) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    /** A key in {@code folder/name.der}, its public half trusted in {@code folder/trusted/name.pub}. */
    static Path key(Path folder, String name) throws IOException, GeneralSecurityException {
        Files.createDirectories(folder.resolve("trusted"));
        var key = folder.resolve(name + ".der");
        SigningKeys.create(key, folder.resolve("trusted").resolve(name + ".pub"));
        return key;
    }

    static Path sign(Path key, Path zip, Path signed) throws IOException, GeneralSecurityException {
        var keys = SigningKeys.read(key);
        new ArchiveSigner(keys.getPrivate(), TrustedKeys.id(keys.getPublic())).sign(zip, signed);
        return signed;
    }
}
