package io.millwright.templates.imaging.network;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;

/**
 * Tells the C library to keep memory that tensors free: by default each step gives its megabytes back to the kernel and has
 * them cleared again, which costs a sixth of a training.
 */
final class NativeMemory {

    private static final int TRIM_THRESHOLD = -1;
    private static final int MAP_THRESHOLD = -3;
    private static final int LARGEST_KEPT = 32 << 20;
    private static final int KEPT = 512 << 20;

    private NativeMemory() {}

    /** Does nothing where the C library has no such settings. */
    static void keep() {
        Linker linker = Linker.nativeLinker();
        linker.defaultLookup().find("mallopt").ifPresent(address -> {
            var mallopt = linker.downcallHandle(
                    address, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            try {
                int mapped = (int) mallopt.invokeExact(MAP_THRESHOLD, LARGEST_KEPT);
                int trimmed = (int) mallopt.invokeExact(TRIM_THRESHOLD, KEPT);
                assert mapped + trimmed >= 0;
            } catch (Throwable unusual) {
                throw new IllegalStateException("mallopt failed", unusual);
            }
        });
    }
}
