package io.millwright.plugins.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever is done to a signed file, it is not believed any more. */
class TamperingTest {

    private static Path folder;
    private static byte[] signed;
    private static TemplateVerifier verifier;

    @BeforeContainer
    static void sign() throws Exception {
        folder = Files.createTempDirectory("tampering-");
        var key = Zips.key(folder, "ours");
        var zip = Zips.write(folder.resolve("in.zip"), Zips.template());
        signed = Files.readAllBytes(Zips.sign(key, zip, folder.resolve("signed.zip")));
        verifier = new TemplateVerifier(TrustedKeys.load(folder.resolve("trusted")));
    }

    @AfterContainer
    static void clean() throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Property(tries = 3000)
    void anyFlippedBitIsSeen(@ForAll @IntRange(min = 0, max = Integer.MAX_VALUE - 1) int where) throws Exception {
        var bit = where % (signed.length * 8);
        var changed = signed.clone();
        changed[bit / 8] ^= (byte) (1 << bit % 8);
        assertRefused(changed);
    }

    @Property(tries = 300)
    void anyCutIsSeen(@ForAll @IntRange(min = 0, max = 10_000) int where) throws Exception {
        assertRefused(Arrays.copyOf(signed, where % signed.length));
    }

    @Property(tries = 300)
    void anyInsertionIsSeen(@ForAll @IntRange(min = 0, max = 10_000) int where, @ForAll byte inserted)
            throws Exception {
        var at = where % (signed.length + 1);
        var changed = new byte[signed.length + 1];
        System.arraycopy(signed, 0, changed, 0, at);
        changed[at] = inserted;
        System.arraycopy(signed, at, changed, at + 1, signed.length - at);
        assertRefused(changed);
    }

    private static void assertRefused(byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve("changed.zip"), bytes);
        assertThat(verifier.verify(file)).isNotInstanceOf(Verdict.Ok.class);
    }
}
