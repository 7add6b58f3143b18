package io.millwright.broker.runner.hostile;

import io.millwright.plugins.api.Report;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.TrainingContext;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** What a hostile or careless template may try. */
enum Deed {
    WORK {
        @Override
        void act(TrainingContext context) {
            context.progress().log("a line of the log");
            System.out.println("printed with a tab\tand \u0001 control characters");
        }
    },
    USER_ERROR {
        @Override
        void act(TrainingContext context) throws TemplateException {
            throw TemplateException.user("no-label", "The column \"label\" has one value only.", "Choose another.");
        }
    },
    DEFECT {
        @Override
        void act(TrainingContext context) {
            throw new IllegalStateException("index 7 is wrong", new IOException("deep inside"));
        }
    },
    CRASH {
        @Override
        void act(TrainingContext context) {
            MemorySegment.NULL.reinterpret(8).set(ValueLayout.JAVA_LONG, 0, 1);
        }
    },
    EXIT {
        @Override
        void act(TrainingContext context) {
            System.exit(3);
        }
    },
    HALT {
        @Override
        void act(TrainingContext context) {
            Runtime.getRuntime().halt(0);
        }
    },
    FILL_HEAP {
        @Override
        void act(TrainingContext context) {
            List<byte[]> kept = new ArrayList<>();
            while (!kept.contains(new byte[0])) {
                kept.add(new byte[1 << 20]);
            }
        }
    },
    FILL_NATIVE {
        @Override
        void act(TrainingContext context) {
            while (!Thread.interrupted()) {
                Arena.ofAuto();
                Arena.global().allocate(1 << 22).fill((byte) 1);
            }
        }
    },
    WRITE_OUTSIDE {
        @Override
        void act(TrainingContext context) throws TemplateException {
            refuse(() -> Files.writeString(Path.of(text(context, "target"), "written.txt"), "x"), "wrote outside");
            refuse(() -> Files.delete(Path.of(text(context, "secret"))), "deleted");
            refuse(
                    () -> Files.setPosixFilePermissions(
                            Path.of(text(context, "secret")), PosixFilePermissions.fromString("rwxrwxrwx")),
                    "changed a mode");
            refuse(
                    () -> Files.createSymbolicLink(context.model().file("link"), Path.of(text(context, "secret"))),
                    "made a link");
            refuse(() -> Files.writeString(inputs(context).resolve("dataset.csv"), "x"), "changed an input");
        }
    },
    READ_OTHERS {
        @Override
        void act(TrainingContext context) throws TemplateException {
            refuse(() -> Files.readString(Path.of(text(context, "secret"))), "read a secret");
            refuse(() -> list(Path.of(text(context, "target"))), "listed a folder");
            refuse(() -> Files.readString(Path.of("/proc/" + text(context, "agent") + "/environ")), "read environment");
            refuse(() -> Files.readString(Path.of("/proc/" + text(context, "agent") + "/cmdline")), "read arguments");
            refuse(() -> list(Path.of("/proc")), "listed processes");
            refuse(() -> list(context.scratch().getParent().getParent()), "listed attempts");
            refuse(() -> Files.readString(Path.of("/etc/passwd")), "read accounts");
            if (!System.getenv().keySet().stream().allMatch(name -> name.matches("[A-Z_]+"))
                    || System.getenv().containsKey("PATH")) {
                throw TemplateException.user("got-through", "sees an environment", "");
            }
        }
    },
    CONNECT {
        @Override
        void act(TrainingContext context) throws TemplateException {
            refuse(() -> new Socket("127.0.0.1", Integer.parseInt(text(context, "port"))).close(), "connected");
            refuse(
                    () -> SocketChannel.open(StandardProtocolFamily.UNIX)
                            .connect(UnixDomainSocketAddress.of(text(context, "unix"))),
                    "connected locally");
            refuse(() -> new java.net.DatagramSocket().close(), "opened a datagram socket");
        }
    },
    SPAWN {
        @Override
        void act(TrainingContext context) throws TemplateException {
            refuse(() -> new ProcessBuilder("/bin/true").start(), "spawned");
            refuse(() -> new ProcessBuilder(System.getProperty("java.home") + "/bin/java").start(), "spawned java");
            if (nativeCall("fork") == 0) {
                Runtime.getRuntime().halt(0);
            }
            if (nativeCall("fork") > 0 || nativeCall("vfork") > 0) {
                throw TemplateException.user("got-through", "forked", "");
            }
        }
    },
    SIGNAL_AGENT {
        @Override
        void act(TrainingContext context) throws TemplateException {
            int agent = Integer.parseInt(text(context, "agent"));
            refuse(() -> checked(call("kill", agent, 0)), "signalled");
            // PR_SET_PDEATHSIG off: it would outlive its agent
            refuse(() -> checked(call("prctl", 1, 0)), "loosened itself from its agent");
        }
    },
    THREADS {
        @Override
        void act(TrainingContext context) {
            while (true) {
                Thread.ofPlatform().daemon().start(Deed::sleepLong);
            }
        }
    },
    FILL_DISK {
        @Override
        void act(TrainingContext context) {
            byte[] block = new byte[1 << 22];
            for (int file = 0; true; file++) {
                try (OutputStream out = Files.newOutputStream(context.scratch().resolve("file" + file))) {
                    for (int i = 0; i < 4; i++) {
                        out.write(block);
                    }
                } catch (IOException full) {
                    throw new java.io.UncheckedIOException(full);
                }
            }
        }
    },
    UNLINKED {
        @Override
        void act(TrainingContext context) throws TemplateException, InterruptedException {
            byte[] block = new byte[1 << 22];
            List<OutputStream> open = new ArrayList<>();
            try {
                for (int file = 0; file < 8; file++) {
                    Path path = context.scratch().resolve("file" + file);
                    OutputStream out = Files.newOutputStream(path);
                    open.add(out);
                    Files.delete(path);
                    for (int i = 0; i < 4; i++) {
                        out.write(block);
                    }
                }
            } catch (IOException full) {
                throw new java.io.UncheckedIOException(full);
            }
            WAIT.act(context);
        }
    },
    BIG_FILE {
        @Override
        void act(TrainingContext context) {
            byte[] block = new byte[1 << 22];
            try (OutputStream out = Files.newOutputStream(context.scratch().resolve("big"))) {
                while (true) {
                    out.write(block);
                }
            } catch (IOException full) {
                throw new java.io.UncheckedIOException(full);
            }
        }
    },
    NEVER_END {
        @Override
        void act(TrainingContext context) {
            long spin = 0;
            while (spin >= 0) {
                spin = (spin + 1) & 0xffff;
            }
        }
    },
    WAIT {
        @Override
        void act(TrainingContext context) throws InterruptedException {
            Thread.sleep(600_000);
        }
    },
    FLOOD {
        @Override
        void act(TrainingContext context) {
            String line = "x".repeat(100);
            for (int i = 0; i < 200_000; i++) {
                System.out.println(line);
            }
            System.out.println("y".repeat(1 << 20));
        }
    },
    PRETEND {
        @Override
        void act(TrainingContext context) {
            // what native code could write past System.out
            try (var raw = new java.io.FileOutputStream(java.io.FileDescriptor.out)) {
                raw.write("\u0001sandbox\tall is well\n\u0001progress\t7\tx\n\u0001nonsense\n\u0001metric\ta\tb\tc\n"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
                raw.flush();
                Runtime.getRuntime().halt(9);
            } catch (IOException broken) {
                throw new java.io.UncheckedIOException(broken);
            }
        }
    },
    LOOK {
        @Override
        void act(TrainingContext context) throws TemplateException {
            var images = context.images();
            var seen = new java.util.concurrent.ConcurrentSkipListMap<Long, String>();
            java.util.stream.LongStream.range(0, images.count()).parallel().forEach(row -> {
                try {
                    seen.put(row, new String(images.read(row), java.nio.charset.StandardCharsets.UTF_8));
                } catch (IOException unreadable) {
                    throw new java.io.UncheckedIOException(unreadable);
                }
            });
            context.progress().log("saw " + seen);
            refuse(() -> images.read(2), "read past the end");
            context.progress().log("weights " + context.weights().map(Deed::content));
        }
    },
    DEVICES {
        @Override
        void act(TrainingContext context) {
            context.progress()
                    .log("sees \"" + System.getenv("CUDA_VISIBLE_DEVICES") + "\" of "
                            + context.resources().gpus());
        }
    },
    SEARCH {
        @Override
        void act(TrainingContext context) throws InterruptedException {
            context.progress().log("parallel " + context.trials().parallel());
            var results = context.trials()
                    .run(List.of(
                            new io.millwright.plugins.api.Trial(1, java.util.Map.of("depth", "a\tb"), 0.5),
                            new io.millwright.plugins.api.Trial(2, java.util.Map.of(), 1)));
            results.forEach(result -> context.progress().log(result.toString()));
        }
    },
    CHECKPOINT {
        @Override
        void act(TrainingContext context) {
            try {
                var saved = context.checkpoints().latest();
                context.progress().log(saved.isEmpty() ? "begins" : "goes on after " + content(saved.get()));
                for (int step = 1; step <= 3; step++) {
                    Files.writeString(context.scratch().resolve("state.txt"), "step " + step);
                    Files.createDirectories(context.scratch().resolve("folder"));
                    context.checkpoints().save(context.scratch());
                    Files.writeString(context.scratch().resolve("state.txt"), "changed at once");
                }
            } catch (IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
        }

        private static String content(Path saved) throws IOException {
            return list(saved).size() + " file: " + Files.readString(saved.resolve("state.txt"));
        }
    },
    CHECKPOINT_WAIT {
        @Override
        void act(TrainingContext context) throws TemplateException, InterruptedException {
            CHECKPOINT.act(context);
            WAIT.act(context);
        }
    },
    BIG_CHECKPOINT {
        @Override
        void act(TrainingContext context) throws TemplateException {
            try (var big = new java.io.RandomAccessFile(
                    context.scratch().resolve("big").toFile(), "rw")) {
                big.setLength((256L << 20) + 1);
                refuse(() -> context.checkpoints().save(context.scratch()), "saved too much");
            } catch (IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
        }
    },
    LONG_REPORT {
        @Override
        void act(TrainingContext context) {
            // the template's only report is long
        }
    },
    REPORT_TWICE {
        @Override
        void act(TrainingContext context) {
            context.report(new Report("first", List.of(), List.of(), List.of()));
        }
    };

    abstract void act(TrainingContext context) throws TemplateException, InterruptedException;

    /** Something that must fail. */
    private interface Attempted {
        void run() throws Exception;
    }

    private static void refuse(Attempted attempted, String words) throws TemplateException {
        try {
            attempted.run();
        } catch (Exception refused) {
            System.out.println("refused as it should be: " + refused);
            return;
        }
        throw TemplateException.user("got-through", words, "");
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static Path inputs(TrainingContext context) {
        return context.scratch().resolveSibling("inputs");
    }

    private static String text(TrainingContext context, String option) {
        return context.options().text(option).orElseThrow();
    }

    private static void checked(long result) throws IOException {
        if (result < 0) {
            throw new IOException("the kernel said no");
        }
    }

    private static long nativeCall(String function) {
        try {
            var linker = Linker.nativeLinker();
            return (int) linker.downcallHandle(
                            linker.defaultLookup().findOrThrow(function), FunctionDescriptor.of(ValueLayout.JAVA_INT))
                    .invoke();
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static long call(String function, long first, long second) {
        try {
            var linker = Linker.nativeLinker();
            return (int) linker.downcallHandle(
                            linker.defaultLookup().findOrThrow(function),
                            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG))
                    .invoke(first, second);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static void sleepLong() {
        try {
            Thread.sleep(600_000);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
