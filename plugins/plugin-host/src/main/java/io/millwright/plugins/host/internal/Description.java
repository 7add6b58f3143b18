package io.millwright.plugins.host.internal;

import io.millwright.plugins.api.EngineRequirement;
import io.millwright.plugins.api.TemplateDescriptor;
import io.millwright.plugins.archive.ArchiveReader;
import io.millwright.plugins.archive.Verdict;
import io.millwright.plugins.host.EnginePack;
import io.millwright.plugins.host.TemplateVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pf4j.PluginDescriptor;
import tools.jackson.core.JacksonException;

/**
 * The file {@code descriptor.json} of an archive, written when the template was built from what its code says about itself.
 *
 * @param format version of this layout
 * @param api version of the template API that it was built against
 * @param template what the template says about itself
 * @param hasSample whether it brings a sample
 * @param inspects whether it looks at data before it trains
 */
record Description(
        int format, @Nullable String api, @Nullable TemplateDescriptor template, boolean hasSample, boolean inspects) {

    private static final String FILE = "descriptor.json";
    private static final int MAX_BYTES = 1 << 20;
    private static final int FORMAT = 1;

    /** @throws IllegalArgumentException when there is none that can be read; the message is a sentence */
    static Description read(Path archive) throws IOException {
        var bytes = ArchiveReader.read(archive, FILE, MAX_BYTES)
                .orElseThrow(() -> new IllegalArgumentException("It has no " + FILE + "; was it packed by the build?"));
        try {
            var description = Json.MAPPER.readValue(bytes, Description.class);
            if (description == null || description.format() != FORMAT || description.template() == null) {
                throw new IllegalArgumentException("Its %s is not of format %d.".formatted(FILE, FORMAT));
            }
            return description;
        } catch (JacksonException invalid) {
            throw new IllegalArgumentException(
                    "Its %s is not valid: %s".formatted(FILE, invalid.getOriginalMessage()), invalid);
        }
    }

    /** @throws IllegalArgumentException when PF4J was told about another template or version than people are */
    void checkAgrees(PluginDescriptor plugin) {
        var own = descriptor().id() + "@" + descriptor().version();
        if (!plugin.getPluginId().equals(own)) {
            throw new IllegalArgumentException(
                    "Its plugin.properties name %s and its %s names %s.".formatted(plugin.getPluginId(), FILE, own));
        }
    }

    TemplateVersion version(Verdict.Ok verdict, List<EnginePack> engines) {
        var missing = descriptor().engines().stream()
                .filter(engine -> engines.stream().noneMatch(pack -> is(pack, engine)))
                .toList();
        return new TemplateVersion(
                descriptor(), hasSample, inspects, verdict.digest(), verdict.size(), verdict.key(), missing);
    }

    private TemplateDescriptor descriptor() {
        if (template == null) {
            throw new IllegalStateException("read() lets no description without a template pass");
        }
        return template;
    }

    private static boolean is(EnginePack pack, EngineRequirement engine) {
        return pack.name().equals(engine.name()) && pack.version().equals(engine.version());
    }
}
