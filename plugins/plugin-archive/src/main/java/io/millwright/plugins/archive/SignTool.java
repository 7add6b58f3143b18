package io.millwright.plugins.archive;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * The command that signs archives.
 *
 * <pre>
 * java -cp plugin-archive.jar io.millwright.plugins.archive.SignTool KEY IN.zip OUT.zip
 * java -cp plugin-archive.jar io.millwright.plugins.archive.SignTool --new-key KEY KEY.pub
 * java -cp plugin-archive.jar io.millwright.plugins.archive.SignTool --verify FOLDER-OF-PUBS ARCHIVE.zip
 * </pre>
 */
public final class SignTool {

    private SignTool() {}

    /** Ends with 0 when it did what was asked, 1 when that was refused, 2 when it did not understand. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (arguments.length != 3) {
            err.println("usage: KEY IN.zip OUT.zip | --new-key KEY KEY.pub | --verify FOLDER-OF-PUBS ARCHIVE.zip");
            return 2;
        }
        var second = Path.of(arguments[1]);
        var third = Path.of(arguments[2]);
        try {
            return switch (arguments[0]) {
                case "--new-key" -> {
                    SigningKeys.create(second, third);
                    out.println("made " + second + " and " + third);
                    yield 0;
                }
                case "--verify" -> {
                    var verdict = new TemplateVerifier(TrustedKeys.load(second)).verify(third);
                    out.println(third.getFileName() + ": " + verdict.sentence());
                    yield verdict instanceof Verdict.Ok ? 0 : 1;
                }
                default -> {
                    var keys = SigningKeys.read(Path.of(arguments[0]));
                    var id = TrustedKeys.id(keys.getPublic());
                    new ArchiveSigner(keys.getPrivate(), id).sign(second, third);
                    out.println("signed " + third + " with key " + id);
                    yield 0;
                }
            };
        } catch (IOException | GeneralSecurityException | IllegalArgumentException refused) {
            err.println("refused: " + refused);
            return 1;
        }
    }
}
