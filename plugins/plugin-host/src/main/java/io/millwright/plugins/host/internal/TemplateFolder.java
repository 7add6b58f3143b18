package io.millwright.plugins.host.internal;

import io.millwright.plugins.archive.TemplateVerifier;
import io.millwright.plugins.archive.TrustedKeys;
import io.millwright.plugins.archive.Verdict;
import io.millwright.plugins.host.Marketplace;
import io.millwright.plugins.host.RefusedArchive;
import io.millwright.plugins.host.TemplateProperties;
import io.millwright.plugins.host.TemplateVersion;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.ObjectStore;
import io.millwright.tenancy.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pf4j.DefaultVersionManager;
import org.pf4j.PluginState;
import org.pf4j.PluginWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the folder of signed archives: copies each aside, verifies the copy, lets PF4J read what passed, and puts it into
 * the object store, from where jobs get exactly these bytes.
 */
public final class TemplateFolder {

    private static final Logger LOG = LoggerFactory.getLogger(TemplateFolder.class);

    private final TemplateProperties properties;
    private final ObjectStore objects;
    private final List<RefusedArchive> refused = new ArrayList<>();
    private final List<TemplateVersion> accepted = new ArrayList<>();

    public TemplateFolder(TemplateProperties properties, ObjectStore objects) {
        this.properties = properties;
        this.objects = objects;
    }

    /**
     * Reads everything.
     *
     * @throws MillwrightException when there are archives and the trusted keys cannot be read
     */
    public Marketplace read(EngineFolder.Found engines) throws IOException {
        var zips = Folders.zips(properties.folder());
        if (!zips.isEmpty()) {
            var verified = Files.createTempDirectory("millwright-templates-");
            try {
                var verdicts = verify(zips, verified, new TemplateVerifier(trustedKeys()));
                describe(verdicts, verified, engines);
            } finally {
                Folders.remove(verified);
            }
        }
        var all = new ArrayList<>(engines.refused());
        all.addAll(refused);
        all.forEach(archive -> LOG.atWarn()
                .addKeyValue("file", archive.file())
                .addKeyValue("reason", archive.reason())
                .log("archive refused: {}: {}", archive.file(), archive.reason()));
        return new FoundMarketplace(accepted, engines.packs(), all, new DefaultVersionManager());
    }

    private TrustedKeys trustedKeys() {
        var folder = properties.trustedKeys();
        if (folder == null || !Files.isDirectory(folder)) {
            return new TrustedKeys(Map.of());
        }
        try {
            return TrustedKeys.load(folder);
        } catch (IOException unreadable) {
            throw MillwrightException.internal(
                    "trusted-keys-unreadable",
                    "The trusted keys cannot be read: " + unreadable.getMessage(),
                    unreadable);
        }
    }

    /** Copies and verifies; what passed stays in the folder, under its own name. */
    private Map<Path, Verdict.Ok> verify(List<Path> zips, Path verified, TemplateVerifier verifier) throws IOException {
        var passed = new HashMap<Path, Verdict.Ok>();
        for (var zip : zips) {
            var copy = verified.resolve(zip.getFileName().toString());
            try {
                Files.copy(zip, copy);
                var verdict = verifier.verify(copy);
                if (verdict instanceof Verdict.Ok ok) {
                    passed.put(copy, ok);
                } else {
                    refuse(zip, verdict.sentence());
                    Files.delete(copy);
                }
            } catch (IOException unreadable) {
                refuse(zip, "It cannot be read: " + unreadable.getMessage());
                Files.deleteIfExists(copy);
            }
        }
        return passed;
    }

    private void describe(Map<Path, Verdict.Ok> verdicts, Path verified, EngineFolder.Found engines)
            throws IOException {
        var plugins = new TemplatePlugins(verified);
        plugins.loadPlugins();
        plugins.refused().forEach(this::refuse);
        for (var plugin : plugins.getPlugins()) {
            var path = plugin.getPluginPath();
            var verdict = verdicts.get(path);
            if (verdict == null) {
                refuse(path, "It appeared while the archives were read.");
            } else if (plugin.getPluginState() == PluginState.DISABLED) {
                refuse(path, tooNew(plugin, plugins.getSystemVersion()));
            } else {
                describe(plugin, path, verdict, engines);
            }
        }
    }

    private void describe(PluginWrapper plugin, Path path, Verdict.Ok verdict, EngineFolder.Found engines)
            throws IOException {
        try {
            var description = Description.read(path);
            description.checkAgrees(plugin.getDescriptor());
            if (!objects.exists(TenantId.PLATFORM, verdict.digest())) {
                objects.put(TenantId.PLATFORM, path);
            }
            accepted.add(description.version(verdict, engines.packs()));
        } catch (IllegalArgumentException unfit) {
            refuse(path, unfit.getMessage());
        }
    }

    private static String tooNew(PluginWrapper plugin, String api) {
        return "It needs version %s of the template API; this installation has %s."
                .formatted(plugin.getDescriptor().getRequires(), api);
    }

    private void refuse(Path file, @Nullable String reason) {
        refused.add(new RefusedArchive(file.getFileName().toString(), String.valueOf(reason)));
    }
}
