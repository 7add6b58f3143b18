package io.millwright.broker.ray;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;

/**
 * Sets variables of this process's environment. Ray's native core reads them, and only them, for its authentication; set
 * here, whoever starts the broker need not know.
 */
final class Environment {

    private Environment() {}

    static void set(String name, String value) {
        var linker = Linker.nativeLinker();
        var symbol = linker.defaultLookup().find("setenv").orElseThrow();
        var setenv = linker.downcallHandle(
                symbol,
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try (var arena = Arena.ofConfined()) {
            var unused = (int) setenv.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 1);
        } catch (Throwable impossible) {
            throw new IllegalStateException("setenv failed", impossible);
        }
    }
}
