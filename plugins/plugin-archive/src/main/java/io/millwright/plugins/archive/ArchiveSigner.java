package io.millwright.plugins.archive;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Turns any zip into a signed archive. The same zip, however packed, and the same key give the same bytes. */
public final class ArchiveSigner {

    private final PrivateKey key;
    private final String id;

    /**
     * @param key an Ed25519 key
     * @param id the identity of its public half, {@link TrustedKeys#id}
     */
    public ArchiveSigner(PrivateKey key, String id) {
        this.key = key;
        this.id = id;
    }

    /**
     * Signs. An earlier signature is replaced. The result appears whole or not at all.
     *
     * @throws IllegalArgumentException when the zip holds what no archive may hold; the message says what
     */
    public void sign(Path zip, Path signed) throws IOException, GeneralSecurityException {
        try (var source = new ZipFile(zip.toFile())) {
            var entries = entries(source);
            var listed = new ArrayList<Contents.Entry>();
            var checks = new HashMap<String, Long>();
            var left = Contents.MAX_SIZE;
            for (var entry : entries.values()) {
                var sum = ZipEntries.sum(source, entry, left);
                left -= sum.size();
                listed.add(new Contents.Entry(entry.getName(), sum.sha256(), sum.size()));
                checks.put(entry.getName(), sum.crc());
            }
            var contents = new Contents(id, listed);
            var text = contents.text();
            if (Contents.read(text).isEmpty()) {
                throw new IllegalArgumentException("two paths of " + zip + " differ in case only");
            }
            var partial = Files.createTempFile(signed.toAbsolutePath().getParent(), ".signing-", ".zip");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(partial), 1 << 16)) {
                    var canonical = new CanonicalZip(out);
                    var signature = signature(text);
                    add(canonical, TemplateVerifier.LIST, text);
                    add(canonical, TemplateVerifier.SIGNATURE, signature);
                    for (var entry : contents.entries()) {
                        try (var data = source.getInputStream(entries.get(entry.path()))) {
                            canonical.entry(entry.path(), entry.size(), checks.getOrDefault(entry.path(), 0L), data);
                        }
                    }
                    canonical.end();
                }
                Files.move(partial, signed, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (ZipEntries.OversizeException large) {
            throw new IllegalArgumentException(
                    zip + " holds more than %d MiB".formatted(Contents.MAX_SIZE >> 20), large);
        }
    }

    private static TreeMap<String, ZipEntry> entries(ZipFile source) {
        var entries = new TreeMap<String, ZipEntry>();
        for (var all = source.entries(); all.hasMoreElements(); ) {
            var entry = all.nextElement();
            if (entry.isDirectory() || entry.getName().startsWith("signature/")) {
                continue;
            }
            if (!EntryPath.isSafe(entry.getName())) {
                throw new IllegalArgumentException("the path \"" + entry.getName() + "\" is not allowed in an archive");
            }
            if (entries.put(entry.getName(), entry) != null) {
                throw new IllegalArgumentException("the path \"" + entry.getName() + "\" is there twice");
            }
        }
        if (entries.isEmpty() || entries.size() > Contents.MAX_ENTRIES - 2) {
            throw new IllegalArgumentException("an archive has 1 to " + (Contents.MAX_ENTRIES - 2) + " entries");
        }
        return entries;
    }

    private byte[] signature(byte[] text) throws GeneralSecurityException {
        var ed25519 = Signature.getInstance("Ed25519");
        ed25519.initSign(key);
        ed25519.update(text);
        return ed25519.sign();
    }

    private static void add(CanonicalZip zip, String path, byte[] bytes) throws IOException {
        zip.entry(path, bytes.length, ZipEntries.crc(bytes), new ByteArrayInputStream(bytes));
    }
}
