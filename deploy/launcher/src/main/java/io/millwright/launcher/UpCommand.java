package io.millwright.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;

/** {@code up}: from whatever is there to a running world. */
record UpCommand(World world) {

    int run() {
        Preflight.require(world);
        Folders.secret(world.home());
        Folders.secret(world.run());
        try (var lock = lock(world.run().resolve("launcher.lock"))) {
            var progress = new Progress(System.out, InstantSource.system());
            var state = new StateFile(world);
            if (state.supervisor().isPresent()) {
                if (new Follow(world, progress).isUp()) {
                    System.out.println("Millwright is up already.");
                } else {
                    new Follow(world, progress).untilHealthy();
                }
            } else {
                start(state, progress);
            }
            System.out.print(Welcome.text(world));
            return 0;
        } catch (IOException e) {
            throw new LauncherException(
                    "The lock in %s cannot be had: %s.".formatted(world.run(), Folders.reason(e)), e);
        }
    }

    private void start(StateFile state, Progress progress) {
        int left = Signals.endLeftovers(world, Duration.ofSeconds(20));
        if (left > 0) {
            progress.say("Ended %d processes that an earlier run had left behind".formatted(left));
        }
        var wanted = new LinkedHashMap<Integer, String>();
        world.kinds().forEach(kind -> wanted.putAll(kind.ports(world.ports())));
        PortCheck.require(wanted);
        state.clear();
        new Preparation(world).run(progress);
        Folders.write(
                world.run().resolve("world.properties"),
                PropertyText.of(
                        java.util.Map.of("port", Integer.toString(world.ports().base()))));
        new Detached(world).start();
        try {
            new Follow(world, progress).untilHealthy();
        } catch (LauncherException e) {
            new DownCommand(world).stop();
            throw e;
        }
    }

    private static FileChannel lock(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new LauncherException(
                    "Another ./millwright is at work on this world right now. Wait for it, then try again.");
        }
        return channel;
    }
}
