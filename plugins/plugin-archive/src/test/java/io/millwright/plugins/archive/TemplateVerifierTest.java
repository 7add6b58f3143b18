package io.millwright.plugins.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateVerifierTest {

    @TempDir
    Path folder;

    private Path key;
    private Path signed;
    private TemplateVerifier verifier;

    @BeforeEach
    void sign() throws Exception {
        key = Zips.key(folder, "ours");
        var zip = Zips.write(folder.resolve("in.zip"), Zips.template());
        signed = Zips.sign(key, zip, folder.resolve("signed.zip"));
        verifier = new TemplateVerifier(TrustedKeys.load(folder.resolve("trusted")));
    }

    @Test
    void signedArchiveIsOk() throws Exception {
        assertThat(verifier.verify(signed)).isInstanceOfSatisfying(Verdict.Ok.class, ok -> {
            assertThat(ok.size()).isEqualTo(signed.toFile().length());
            assertThat(ok.digest()).matches("[0-9a-f]{64}");
        });
        try (var in = Files.newInputStream(signed)) {
            assertThat(verifier.verify(signed))
                    .extracting(verdict -> ((Verdict.Ok) verdict).digest())
                    .isEqualTo(ZipEntries.sha256(in));
        }
    }

    @Test
    void unsignedArchiveIsToldSo() throws Exception {
        assertThat(verifier.verify(folder.resolve("in.zip"))).isEqualTo(new Verdict.Unsigned());
    }

    @Test
    void unknownKeyIsNamed() throws Exception {
        var theirs = Zips.key(Files.createDirectory(folder.resolve("theirs")), "theirs");
        var foreign = Zips.sign(theirs, folder.resolve("in.zip"), folder.resolve("foreign.zip"));
        var id = TrustedKeys.id(SigningKeys.read(theirs).getPublic());

        assertThat(verifier.verify(foreign)).isEqualTo(new Verdict.UnknownKey(id));
        assertThat(verifier.verify(foreign).sentence()).contains(id);
    }

    @Test
    void changedEntryIsNamed() throws Exception {
        assertModified(
                entries -> entries.put("classes/a/Template.class", new byte[] {1, 2, 3, 4, 6}),
                "the entry \"classes/a/Template.class\" has other bytes");
    }

    @Test
    void grownEntryIsNamed() throws Exception {
        assertModified(
                entries -> entries.put("descriptor.json", Zips.bytes("{} ")),
                "the entry \"descriptor.json\" has more bytes");
    }

    @Test
    void addedEntryIsNamed() throws Exception {
        assertModified(entries -> entries.put("lib/evil.jar", new byte[] {1}), "the entry \"lib/evil.jar\" was added");
    }

    @Test
    void removedEntryIsNamed() throws Exception {
        assertModified(entries -> entries.remove("lib/some-1.0.jar"), "the entry \"lib/some-1.0.jar\" is missing");
    }

    @Test
    void changedListIsRefused() throws Exception {
        assertModified(
                entries -> {
                    var list = new String(entries.get(TemplateVerifier.LIST), java.nio.charset.StandardCharsets.UTF_8);
                    entries.put(
                            TemplateVerifier.LIST, Zips.bytes(list.replace("lib/some-1.0.jar", "lib/some-1.1.jar")));
                },
                "the list of contents does not fit its signature");
    }

    @Test
    void halfASignatureIsRefused() throws Exception {
        assertModified(entries -> entries.remove(TemplateVerifier.SIGNATURE), "the signature is incomplete");
    }

    @Test
    void keyOfAnotherSignerInTheListIsRefused() throws Exception {
        var theirs = Zips.key(folder, "theirs");
        verifier = new TemplateVerifier(TrustedKeys.load(folder.resolve("trusted")));
        var id = TrustedKeys.id(SigningKeys.read(theirs).getPublic());
        assertModified(
                entries -> {
                    var list = new String(entries.get(TemplateVerifier.LIST), java.nio.charset.StandardCharsets.UTF_8);
                    entries.put(TemplateVerifier.LIST, Zips.bytes(list.replaceFirst("Key: .{32}", "Key: " + id)));
                },
                "the list of contents does not fit its signature");
    }

    @Test
    void sameContentsPackedOtherwiseAreRefused() throws Exception {
        assertModified(entries -> {}, "the file differs at byte");
    }

    @Test
    void bytesBehindTheEndAreRefused() throws Exception {
        var longer = Files.copy(signed, folder.resolve("longer.zip"));
        try (var file = new RandomAccessFile(longer.toFile(), "rw")) {
            file.seek(file.length());
            file.write(0);
        }
        assertThat(verifier.verify(longer)).isNotInstanceOf(Verdict.Ok.class);
    }

    @Test
    void duplicateEntriesAreRefused() throws Exception {
        assertMalformed(Map.of("a.txt", 2), "the path \"a.txt\" is there twice");
    }

    @Test
    void namesThatDifferInCaseOnlyAreRefused() throws Exception {
        var both = new LinkedHashMap<String, Integer>();
        both.put("a.txt", 1);
        both.put("A.txt", 1);
        assertMalformed(both, "the path \"A.txt\" is there twice");
    }

    @Test
    void pathsThatEscapeAreRefused() throws Exception {
        for (var path : new String[] {
            "../evil", "/etc/passwd", "a/../../b", "a//b", "C:/x", "a\\b", "a/./b", "a\nb", "trailing.", "~/x"
        }) {
            assertMalformed(Map.of(path, 1), "is not allowed");
        }
    }

    @Test
    void bombIsRefusedWithoutInflatingIt() throws Exception {
        var entries = Zips.read(signed);
        entries.put("lib/some-1.0.jar", new byte[64 << 20]);
        var bomb = Zips.write(folder.resolve("bomb.zip"), entries);
        assertThat(bomb.toFile().length()).isLessThan(1 << 20);
        assertThat(verifier.verify(bomb).sentence())
                .contains("lib/some-1.0.jar")
                .contains("more bytes");

        entries.put(TemplateVerifier.LIST, new byte[64 << 20]);
        Zips.write(bomb, entries);
        assertThat(verifier.verify(bomb)).isInstanceOf(Verdict.Malformed.class);
    }

    @Test
    void whatIsNoZipIsRefused() throws Exception {
        var text = Files.writeString(folder.resolve("text.zip"), "not a zip");
        assertThat(verifier.verify(text)).isInstanceOf(Verdict.Malformed.class);
        assertThat(verifier.verify(Files.write(text, new byte[0]))).isInstanceOf(Verdict.Malformed.class);
    }

    private void assertModified(Consumer<Map<String, byte[]>> change, String sentence) throws Exception {
        var entries = Zips.read(signed);
        change.accept(entries);
        var changed = Zips.write(folder.resolve("changed.zip"), entries);
        var verdict = verifier.verify(changed);
        assertThat(verdict).isInstanceOf(Verdict.Modified.class);
        assertThat(verdict.sentence()).contains(sentence);
    }

    private void assertMalformed(Map<String, Integer> pathsByCount, String sentence) throws Exception {
        var file = folder.resolve("malformed.zip");
        try (var out = Files.newOutputStream(file)) {
            var zip = new CanonicalZip(out);
            for (var path : pathsByCount.entrySet()) {
                for (var copy = 0; copy < path.getValue(); copy++) {
                    zip.entry(path.getKey(), 0, 0, new ByteArrayInputStream(new byte[0]));
                }
            }
            zip.end();
        }
        assertThat(verifier.verify(file)).isInstanceOf(Verdict.Malformed.class);
        assertThat(verifier.verify(file).sentence()).contains(sentence);
    }
}
