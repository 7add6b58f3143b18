package io.millwright.plugins.host.internal;

import io.millwright.broker.JobResources;
import io.millwright.plugins.api.EngineRequirement;
import io.millwright.plugins.api.OptionSpec;
import io.millwright.plugins.api.TemplateDescriptor;
import io.millwright.plugins.api.Understanding;
import io.millwright.plugins.host.EnginePack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a job of a template should get where nobody said it. */
final class Needs {

    /** An estimate is the peak that was seen on like data; a job that ends just below its end is no help. */
    private static final double MARGIN = 1.5;

    private static final int PATIENCE = 4;
    private static final long GIBIBYTE = 1L << 30;
    /** What no estimate talks a form into: more than that a person asks for. */
    private static final long MOST = 64 * GIBIBYTE;

    private final List<EnginePack> engines;

    Needs(List<EnginePack> engines) {
        this.engines = List.copyOf(engines);
    }

    /** Without having seen data: what any job gets, and what the engines need more. */
    JobResources of(TemplateDescriptor template) {
        long memory = JobResources.DEFAULT.memoryBytes();
        for (var pack : engines) {
            if (template.engines().contains(new EngineRequirement(pack.name(), pack.version()))) {
                memory += pack.memoryBytes();
            }
        }
        return new JobResources(1, 0, Math.min(memory, MOST), JobResources.DEFAULT.limit());
    }

    /** With what the template has said of the data, for the preset among the options. */
    JobResources of(TemplateDescriptor template, @Nullable Understanding understanding, Map<String, String> options) {
        var least = of(template);
        if (understanding == null) {
            return least;
        }
        var preset = options.getOrDefault(OptionSpec.PRESET, "");
        return understanding.estimates().stream()
                .filter(estimate -> preset.isEmpty() || estimate.preset().equals(preset))
                .findFirst()
                .map(estimate -> new JobResources(
                        least.cpus(),
                        least.gpus(),
                        Math.clamp(gibibytes(estimate.memoryBytes() * MARGIN), least.memoryBytes(), MOST),
                        longer(least.limit(), estimate.seconds() * PATIENCE)))
                .orElse(least);
    }

    private static long gibibytes(double bytes) {
        return (long) Math.min(MOST, Math.ceil(bytes / GIBIBYTE) * GIBIBYTE);
    }

    private static Duration longer(Duration limit, double seconds) {
        long bounded = (long) Math.min(JobResources.MAX_LIMIT.toSeconds(), Math.max(0, Math.ceil(seconds)));
        return bounded > limit.toSeconds() ? Duration.ofSeconds(bounded) : limit;
    }
}
