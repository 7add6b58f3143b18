package io.millwright.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** Signs the templates of this build with this home's publisher key and lays them, and the engine packs, where the portal looks. */
record SignedTemplates(World world) {

    private static final String SIGNER = "io.millwright.plugins.archive.SignTool";

    Path folder() {
        return world.home().resolve("templates");
    }

    Path trustedKeys() {
        return world.home().resolve("trusted-keys");
    }

    Path engines() {
        return world.home().resolve("engines");
    }

    private Path privateKey() {
        return world.secrets().folder().resolve("publisher.key");
    }

    private Path publicKey() {
        return trustedKeys().resolve("this-build.pub");
    }

    void prepare(Progress progress) {
        try {
            Files.createDirectories(folder());
            Files.createDirectories(trustedKeys());
            Files.createDirectories(engines());
            makeKey();
            for (var pack : found("plugins/engine-packs", "*.zip")) {
                Folders.refresh(pack, engines().resolve(pack.getFileName()));
            }
            for (var template : found("industry-templates", "*-template.zip")) {
                sign(template, template.getFileName().toString(), progress);
            }
        } catch (IOException e) {
            throw new LauncherException("Templates could not be laid out: %s.".formatted(Folders.reason(e)), e);
        }
    }

    /** Signs one more archive and lays it beside the others; gives whether it took the place of a different one. */
    boolean offer(Path template, String name, Progress progress) {
        try {
            Files.createDirectories(folder());
            Files.createDirectories(trustedKeys());
            makeKey();
            var place = folder().resolve(name);
            var earlier = Files.exists(place) ? new Digest().addFile(place).hex() : "";
            sign(template, name, progress);
            return !earlier.isEmpty()
                    && !earlier.equals(new Digest().addFile(place).hex());
        } catch (IOException e) {
            throw new LauncherException("The template could not be laid out: %s.".formatted(Folders.reason(e)), e);
        }
    }

    private List<Path> found(String parent, String glob) throws IOException {
        var checkout = world.settings().checkout();
        var modules = checkout.resolve(parent);
        if (!Files.isDirectory(modules)) {
            return List.of();
        }
        var found = new ArrayList<Path>();
        try (var folders = Files.list(modules)) {
            for (var module : folders.sorted().toList()) {
                found.addAll(Artefacts.all(checkout, checkout.relativize(module) + "/target", glob));
            }
        }
        return found;
    }

    private void makeKey() throws IOException {
        if (Files.exists(privateKey()) && Files.exists(publicKey())) {
            return;
        }
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Folders.write(privateKey(), pair.getPrivate().getEncoded());
            Files.write(publicKey(), pair.getPublic().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK since 15 has Ed25519", e);
        }
    }

    // The digest of the unsigned zip and of the key stands beside the signed one: signing takes a JVM, most starts need
    // none.
    private void sign(Path template, String name, Progress progress) throws IOException {
        var signed = folder().resolve(name);
        var signing = world.run().resolve("signing");
        var stamp = signing.resolve(name + ".signed-from");
        var state = new Digest().addFile(template).addFile(publicKey()).hex();
        if (Files.exists(signed)
                && Files.exists(stamp)
                && Files.readString(stamp).equals(state)) {
            return;
        }
        progress.say("Signing " + template.getFileName());
        var tool = Artefacts.library(world.settings().checkout(), "plugins/plugin-archive", "plugin-archive");
        Files.createDirectories(signing);
        var unfinished = signing.resolve(name);
        Files.deleteIfExists(unfinished);
        Tool.of(
                        World.java().toString(),
                        "-cp",
                        tool.toString(),
                        SIGNER,
                        privateKey().toString(),
                        template.toString(),
                        unfinished.toString())
                .run("Signing " + template.getFileName(), world.log("templates"));
        Files.move(unfinished, signed, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Folders.write(stamp, state);
    }
}
