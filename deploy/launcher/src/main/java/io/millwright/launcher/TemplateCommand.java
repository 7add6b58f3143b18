package io.millwright.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * {@code template try ZIP}: signs an author's archive with this world's own key and offers it in the marketplace, for which the
 * portal starts again. The key lies where only its owner can read it: whoever may do this may do anything to this world anyway.
 */
record TemplateCommand(World world) {

    private static final String USAGE = "Usage: ./millwright template try target/NAME-template.zip";
    private static final String PORTAL = "portal";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern SAFE = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9.-]*");

    int run(List<String> arguments) {
        if (arguments.size() != 2 || !arguments.getFirst().equals("try")) {
            throw new LauncherException(USAGE);
        }
        var progress = new Progress(System.out, InstantSource.system());
        var zip = Path.of(arguments.getLast()).toAbsolutePath();
        var identity = Identity.of(zip);
        var templates = new SignedTemplates(world);
        boolean replaced = templates.offer(zip, identity + ".zip", progress);
        if (replaced) {
            progress.say("%s was tried before with other contents, and who has installed it keeps those. "
                            .formatted(identity)
                    + "Raise the version in the descriptor to have the new ones installed.");
        }
        if (new StateFile(world).supervisor().isEmpty()) {
            System.out.printf("Millwright is down. %s is offered once it is up: ./millwright up%n", identity);
            return 0;
        }
        var log = new LogMark(world.log(PORTAL));
        progress.step("Restarting the portal, which reads its templates when it starts", this::restartPortal);
        log.linesSince()
                .filter(line -> line.contains("archive refused: " + identity + ".zip: "))
                .findFirst()
                .ifPresent(line -> {
                    throw new LauncherException(
                            "%s is not offered: %s".formatted(identity, line.replaceFirst(".*\\.zip: ", "")));
                });
        System.out.printf("%s is in the marketplace: %s%n", identity, world.publicAddress());
        return 0;
    }

    /** The supervisor starts again what ends. */
    private void restartPortal() {
        var before = portal();
        ProcessHandle.of(before.pid()).ifPresent(process -> Signals.send(process, Part.StopSignal.TERMINATE));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (var now = before; now.pid() == before.pid() || now.state() != PartStatus.State.HEALTHY; now = portal()) {
            if (System.nanoTime() > deadline) {
                throw new LauncherException("The portal is not up after %d s. The last lines of its log:%n%s"
                        .formatted(PATIENCE.toSeconds(), Tool.tail(world.log(PORTAL), 25)));
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private PartStatus portal() {
        return new StateFile(world)
                .parts().stream()
                        .filter(part -> part.name().equals(PORTAL))
                        .findFirst()
                        .orElseThrow(
                                () -> new LauncherException("This world runs no portal. See ./millwright status."));
    }

    /** Where a log ended, to read what comes after. */
    private record LogMark(Path log, long size) {

        LogMark(Path log) {
            this(log, log.toFile().length());
        }

        Stream<String> linesSince() {
            try {
                var bytes = Files.readAllBytes(log);
                // A log that has grown too long was begun anew.
                int from = bytes.length < size ? 0 : (int) size;
                return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8).lines();
            } catch (IOException e) {
                throw new LauncherException("%s cannot be read: %s.".formatted(log, Folders.reason(e)), e);
            }
        }
    }

    /** Who an archive says it is, in {@code plugin.properties}. */
    private record Identity(String id, String version) {

        static Identity of(Path zip) {
            if (!Files.isRegularFile(zip)) {
                throw new LauncherException("There is no file %s. Run mvn package first. %s".formatted(zip, USAGE));
            }
            try (var archive = new ZipFile(zip.toFile())) {
                var entry = archive.getEntry("plugin.properties");
                if (entry == null || archive.getEntry("descriptor.json") == null) {
                    throw new LauncherException(
                            "%s is no template: it holds no descriptor.json and plugin.properties. %s"
                                    .formatted(zip, USAGE));
                }
                var values = PropertyText.parse(
                        new String(archive.getInputStream(entry).readAllBytes()));
                var identity =
                        new Identity(values.getOrDefault("plugin.id", ""), values.getOrDefault("plugin.version", ""));
                if (!SAFE.matcher(identity.id()).matches()
                        || !SAFE.matcher(identity.version()).matches()) {
                    throw new LauncherException("%s names itself '%s'.".formatted(zip, identity));
                }
                return identity;
            } catch (IOException e) {
                throw new LauncherException("%s cannot be read: %s.".formatted(zip, Folders.reason(e)), e);
            }
        }

        @Override
        public String toString() {
            return id + "-" + version;
        }
    }
}
