package io.millwright.plugins.host.internal;

import io.millwright.plugins.archive.ArchiveReader;
import io.millwright.plugins.host.EnginePack;
import io.millwright.plugins.host.EngineProperties;
import io.millwright.plugins.host.RefusedArchive;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;

/**
 * The engine packs beside this installation. The broker serves them from the same folder; here they are only known by name,
 * so that a template whose engine is missing is not offered for installation.
 */
public final class EngineFolder {

    private static final int MAX_FACTS = 64 << 10;

    private final EngineProperties properties;

    public EngineFolder(EngineProperties properties) {
        this.properties = properties;
    }

    /** What was found. */
    public record Found(List<EnginePack> packs, List<RefusedArchive> refused) {}

    public Found read() throws IOException {
        var packs = new ArrayList<EnginePack>();
        var refused = new ArrayList<RefusedArchive>();
        for (var file : Folders.zips(properties.folder())) {
            try {
                packs.add(read(file));
            } catch (IOException | IllegalArgumentException unreadable) {
                refused.add(new RefusedArchive(
                        file.getFileName().toString(), "It is no engine pack: " + unreadable.getMessage()));
            }
        }
        packs.sort(Comparator.comparing(EnginePack::name).thenComparing(EnginePack::version));
        return new Found(packs, refused);
    }

    private static EnginePack read(Path file) throws IOException {
        var text = ArchiveReader.read(file, "engine.properties", MAX_FACTS)
                .orElseThrow(() -> new IllegalArgumentException("it has no engine.properties."));
        var facts = new Properties();
        facts.load(new StringReader(new String(text, StandardCharsets.UTF_8)));
        var name = fact(facts, "name");
        var version = fact(facts, "version");
        var filename = "%s-%s.zip".formatted(name, version);
        if (!file.getFileName().toString().equals(filename)) {
            throw new IllegalArgumentException("its file should be called " + filename + ".");
        }
        var exports = Arrays.stream(fact(facts, "exports").split("[,\\s]+")).toList();
        var digest = Folders.sha256(file);
        long memory = Long.parseLong(facts.getProperty("memory-mib", "0").strip()) << 20;
        return new EnginePack(
                name, version, facts.getProperty("title", name), digest, Files.size(file), exports, memory);
    }

    private static String fact(Properties facts, String name) {
        var value = facts.getProperty(name, "").strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException("its engine.properties lacks \"" + name + "\".");
        }
        return value;
    }
}
