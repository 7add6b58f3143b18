import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Lets XGBoost's native code for GPUs work where no process may be started: it asks {@code nvidia-smi} through a shell which
 * version the driver has, and gives up when there is no shell. In the copy of the pack it opens an empty file instead, reads
 * nothing, and so takes the way for an unknown driver: page-locked memory instead of virtual memory for small buffers.
 *
 * <p>{@code java WithoutShell.java libxgboost4j.so}
 */
final class WithoutShell {

    private WithoutShell() {}

    public static void main(String[] arguments) throws IOException {
        Path library = Path.of(arguments[0]);
        byte[] code = Files.readAllBytes(library);
        // both are functions of the C library with the same kinds of parameters, found by name when they are first called
        replace(code, "\0popen\0", "\0fopen\0");
        replace(code, "\0pclose\0", "\0fclose\0");
        replace(code, "nvidia-smi --query-gpu=driver_version --format=csv\0", "/dev/null\0");
        Files.write(library, code);
    }

    /** In place, the rest filled with zeros. What is not there exactly once is another library than this was written for. */
    private static void replace(byte[] code, String old, String by) {
        byte[] wanted = old.getBytes(StandardCharsets.US_ASCII);
        int at = find(code, wanted, 0);
        if (at < 0 || find(code, wanted, at + 1) >= 0) {
            throw new IllegalStateException("not there exactly once: " + old.strip());
        }
        byte[] put = Arrays.copyOf(by.getBytes(StandardCharsets.US_ASCII), wanted.length);
        System.arraycopy(put, 0, code, at, put.length);
    }

    private static int find(byte[] code, byte[] wanted, int from) {
        for (int at = from; at <= code.length - wanted.length; at++) {
            if (code[at] == wanted[0]
                    && Arrays.equals(code, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }
}
