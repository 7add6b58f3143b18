package io.millwright.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A Millwright of its own for the tests of this module: started through the launcher on free ports, with its state under
 * {@code target/}, and stopped when the last test class is done. Give {@code MILLWRIGHT_WORLD=<port base>} to run the tests
 * against one that is up already.
 */
final class World implements BeforeAllCallback, ParameterResolver {

    @Override
    public void beforeAll(ExtensionContext context) {
        running(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return running(context);
    }

    private static Running running(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(World.class))
                .computeIfAbsent("world", key -> Running.start(), Running.class);
    }

    /**
     * A world that is up.
     *
     * @param port the portal's port; the other parts follow
     * @param home where its state is
     * @param ours whether this test run started it and stops it
     */
    record Running(int port, Path home, boolean ours) implements AutoCloseable {

        static Running start() {
            var given = System.getenv("MILLWRIGHT_WORLD");
            if (given != null) {
                return new Running(Integer.parseInt(given), root().resolve(".millwright"), false);
            }
            var world = new Running(freeBase(), Path.of("target/world").toAbsolutePath(), true);
            world.launcher("up");
            return world;
        }

        URI portal() {
            return URI.create("http://localhost:" + port);
        }

        URI issuer() {
            return URI.create("http://localhost:" + (port + 1) + "/realms/millwright");
        }

        /** Runs a command of the launcher and returns what it printed. */
        String launcher(String... arguments) {
            try {
                var command = new ProcessBuilder(root().resolve("millwright").toString());
                command.command().addAll(java.util.List.of(arguments));
                var environment = command.environment();
                environment.put("MILLWRIGHT_PORT", Integer.toString(port));
                environment.put("MILLWRIGHT_HOME", home.toString());
                environment.put("MILLWRIGHT_BUILD", "skip");
                environment.putIfAbsent(
                        "MILLWRIGHT_CACHE", root().resolve(".millwright/cache").toString());
                environment.put("JAVA_HOME", System.getProperty("java.home"));
                Files.createDirectories(home);
                var printed = Files.createTempFile(home, "launcher", ".txt");
                var process = command.redirectErrorStream(true)
                        .redirectOutput(printed.toFile())
                        .start();
                var ended = process.waitFor(10, TimeUnit.MINUTES);
                var text = Files.readString(printed);
                System.out.println(text);
                if (!ended || process.exitValue() != 0) {
                    throw new IllegalStateException(
                            "./millwright " + String.join(" ", arguments) + " failed:\n" + text);
                }
                return text;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            if (ours) {
                launcher("down");
            }
        }

        static Path root() {
            var folder = Path.of("").toAbsolutePath();
            while (!Files.exists(folder.resolve("millwright"))) {
                var parent = folder.getParent();
                if (parent == null) {
                    throw new IllegalStateException("the launcher ./millwright is in no folder above");
                }
                folder = parent;
            }
            return folder;
        }

        /** A base whose ten ports are free now. */
        private static int freeBase() {
            for (var base = 18_080; base < 28_000; base += 20) {
                if (allFree(base)) {
                    return base;
                }
            }
            throw new IllegalStateException("no ten free ports in a row");
        }

        private static boolean allFree(int base) {
            for (var port = base; port < base + 10; port++) {
                try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                    socket.setReuseAddress(true);
                } catch (IOException taken) {
                    return false;
                }
            }
            return true;
        }
    }
}
