package io.millwright.broker.agent.sandbox;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;

/**
 * System calls of the running thread. One downcall of one shape serves all of them, because each further shape costs
 * milliseconds at start. Memory is never freed: the process is about to become another.
 */
final class Kernel {

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final long ERRNO_OFFSET =
            STATE.byteOffset(java.lang.foreign.MemoryLayout.PathElement.groupElement("errno"));
    private static final MethodHandle SYSCALL = LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("syscall"),
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
            Linker.Option.captureCallState("errno"));

    private final Arena arena = Arena.global();
    private final MemorySegment state = arena.allocate(STATE);

    /** The result of a call, or the negated error number. */
    long attempt(long number, long a, long b, long c, long d, long e) {
        long result;
        try {
            result = (long) SYSCALL.invokeExact(state, number, a, b, c, d, e);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
        return result == -1 ? -state.get(JAVA_INT, ERRNO_OFFSET) : result;
    }

    /** The result of a call that has to succeed. */
    long call(String purpose, long number, long a, long b, long c, long d, long e) {
        long result = attempt(number, a, b, c, d, e);
        if (result < 0) {
            throw new KernelException(purpose, (int) -result);
        }
        return result;
    }

    MemorySegment allocate(long bytes) {
        return arena.allocate(bytes, 8);
    }

    MemorySegment text(String text) {
        return arena.allocateFrom(text);
    }

    /** A null-terminated array of strings, as {@code execve} takes it. */
    MemorySegment texts(String[] texts) {
        MemorySegment array = arena.allocate(8L * (texts.length + 1), 8);
        for (int i = 0; i < texts.length; i++) {
            array.setAtIndex(ADDRESS, i, text(texts[i]));
        }
        return array;
    }
}
