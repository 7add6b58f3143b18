package io.millwright.plugins.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether an archive may be loaded. Ends in {@link Verdict.Ok} only when a trusted key signed the list of contents,
 * the contents are exactly those of the list, and the file is byte for byte the one zip that holds them
 * ({@link CanonicalZip}): so there is no byte, not even one that no reader looks at, that the signature does not cover, and
 * two readers of the file cannot see different things.
 *
 * <p>Nothing is unpacked and nothing is read beyond the sizes that the signed list gives. The file must not change between
 * the verdict and its use: verify a copy of your own. Safe to use from any thread.
 */
public final class TemplateVerifier {

    static final String LIST = "signature/contents";
    static final String SIGNATURE = "signature/ed25519";
    static final int SIGNATURE_SIZE = 64;

    private final TrustedKeys trusted;

    public TemplateVerifier(TrustedKeys trusted) {
        this.trusted = trusted;
    }

    /** @throws IOException when the file cannot be read at all */
    public Verdict verify(Path file) throws IOException {
        var size = Files.size(file);
        if (size > Contents.MAX_SIZE) {
            return new Verdict.Malformed("it is larger than %d MiB".formatted(Contents.MAX_SIZE >> 20));
        }
        try (var zip = new ZipFile(file.toFile())) {
            return verify(file, size, zip);
        } catch (ZipEntries.OversizeException bomb) {
            return new Verdict.Malformed("the entry \"%s\" holds more than it may".formatted(shown(bomb.getMessage())));
        } catch (ZipException | EOFException | IllegalArgumentException damaged) {
            return new Verdict.Malformed("it cannot be read as a zip (%s)".formatted(shown(damaged.getMessage())));
        }
    }

    private Verdict verify(Path file, long size, ZipFile zip) throws IOException {
        var entries = new HashMap<String, ZipEntry>();
        var refused = collect(zip, entries);
        if (refused.isPresent()) {
            return refused.get();
        }
        var list = entries.remove(LIST);
        var signature = entries.remove(SIGNATURE);
        if (list == null && signature == null) {
            return new Verdict.Unsigned();
        }
        if (list == null || signature == null) {
            return new Verdict.Modified("the signature", "is incomplete");
        }
        var text = ZipEntries.read(zip, list, Contents.MAX_TEXT);
        var contents = Contents.read(text);
        if (contents.isEmpty()) {
            return new Verdict.Modified("the list of contents", "is not as a signer writes it");
        }
        var key = trusted.keys().get(contents.get().key());
        if (key == null) {
            return new Verdict.UnknownKey(contents.get().key());
        }
        var signed = ZipEntries.read(zip, signature, SIGNATURE_SIZE);
        if (!isSignedBy(key, text, signed)) {
            return new Verdict.Modified("the list of contents", "does not fit its signature");
        }
        var different = compare(zip, contents.get(), entries);
        if (different.isPresent()) {
            return different.get();
        }
        return compareFile(file, size, zip, contents.get(), text, signed);
    }

    private static Optional<Verdict> collect(ZipFile zip, Map<String, ZipEntry> entries) {
        if (zip.size() > Contents.MAX_ENTRIES) {
            return Optional.of(new Verdict.Malformed("it has more than %d entries".formatted(Contents.MAX_ENTRIES)));
        }
        var seen = new HashSet<String>();
        for (var all = zip.entries(); all.hasMoreElements(); ) {
            var entry = all.nextElement();
            var path = entry.isDirectory()
                    ? entry.getName().substring(0, entry.getName().length() - 1)
                    : entry.getName();
            if (!EntryPath.isSafe(path)) {
                return Optional.of(new Verdict.Malformed("the path \"%s\" is not allowed".formatted(shown(path))));
            }
            if (!seen.add(path.toLowerCase(Locale.ROOT))) {
                return Optional.of(new Verdict.Malformed("the path \"%s\" is there twice".formatted(path)));
            }
            entries.put(entry.getName(), entry);
        }
        return Optional.empty();
    }

    private static boolean isSignedBy(PublicKey key, byte[] text, byte[] signature) {
        try {
            var ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(text);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    private static Optional<Verdict> compare(ZipFile zip, Contents contents, Map<String, ZipEntry> entries)
            throws IOException {
        var left = new HashMap<>(entries);
        for (var expected : contents.entries()) {
            var entry = left.remove(expected.path());
            if (entry == null) {
                return modified(expected.path(), "is missing");
            }
            try {
                if (!ZipEntries.sum(zip, entry, expected.size()).sha256().equals(expected.sha256())) {
                    return modified(expected.path(), "has other bytes");
                }
            } catch (ZipEntries.OversizeException longer) {
                return modified(expected.path(), "has more bytes");
            } catch (ZipException | EOFException unreadable) {
                return modified(expected.path(), "cannot be read");
            }
        }
        return left.keySet().stream().sorted().findFirst().flatMap(extra -> modified(extra, "was added"));
    }

    private static Optional<Verdict> modified(String path, String how) {
        return Optional.of(new Verdict.Modified("the entry \"" + path + "\"", how));
    }

    private static Verdict compareFile(
            Path file, long size, ZipFile zip, Contents contents, byte[] text, byte[] signature) throws IOException {
        try (InputStream actual = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            var comparison = new ComparingOutput(actual);
            var canonical = new CanonicalZip(comparison);
            canonical.entry(LIST, text.length, ZipEntries.crc(text), new ByteArrayInputStream(text));
            canonical.entry(
                    SIGNATURE, signature.length, ZipEntries.crc(signature), new ByteArrayInputStream(signature));
            for (var expected : contents.entries()) {
                var entry = zip.getEntry(expected.path());
                var sum = ZipEntries.sum(zip, entry, expected.size());
                try (var data = zip.getInputStream(entry)) {
                    canonical.entry(expected.path(), expected.size(), sum.crc(), data);
                }
            }
            canonical.end();
            return comparison
                    .firstDifference()
                    .<Verdict>map(at -> new Verdict.Modified("the file", "differs at byte " + at))
                    .orElseGet(() -> new Verdict.Ok(contents.key(), comparison.digest(), size));
        }
    }

    /** Names from a file that is not believed, cut and cleaned before people see them. */
    private static String shown(@Nullable String text) {
        var clean = text == null ? "" : text.replaceAll("[^\\x20-\\x7e]", "?");
        return clean.length() <= 80 ? clean : clean.substring(0, 80) + "...";
    }
}
