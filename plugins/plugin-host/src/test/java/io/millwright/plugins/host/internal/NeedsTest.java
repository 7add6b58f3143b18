package io.millwright.plugins.host.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.broker.JobResources;
import io.millwright.plugins.api.EngineRequirement;
import io.millwright.plugins.api.TemplateDescriptor;
import io.millwright.plugins.api.Understanding;
import io.millwright.plugins.api.Understanding.Estimate;
import io.millwright.plugins.host.EnginePack;
import io.millwright.plugins.host.test.Templates;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NeedsTest {

    private static final EnginePack TORCH = new EnginePack("torch", "2.7.1", "Torch", "", 1, List.of(), 1536L << 20);

    private final Needs needs = new Needs(List.of(TORCH, new EnginePack("xgboost", "3.0.4", "", "", 1, List.of())));

    @Test
    void enginesAddWhatTheyNeed() {
        assertThat(needs.of(template())).isEqualTo(JobResources.DEFAULT);
        assertThat(needs.of(template(new EngineRequirement("xgboost", "3.0.4"))))
                .isEqualTo(JobResources.DEFAULT);
        assertThat(needs.of(template(new EngineRequirement("torch", "2.7.1"))).memoryBytes())
                .isEqualTo(JobResources.DEFAULT.memoryBytes() + TORCH.memoryBytes());
    }

    @Test
    void anEstimateCountsForItsPresetWithAMargin() {
        var understood = new Understanding(
                "",
                Map.of(),
                List.of(),
                Map.of(),
                List.of(
                        new Estimate("quick", 1, 1),
                        new Estimate("balanced", 7_200, 3L << 30),
                        new Estimate("best", 1e12, Long.MAX_VALUE)));
        assertThat(needs.of(template(), understood, Map.of("preset", "quick"))).isEqualTo(JobResources.DEFAULT);
        var balanced = needs.of(template(), understood, Map.of("preset", "balanced"));
        assertThat(balanced.memoryBytes()).isEqualTo(5L << 30);
        assertThat(balanced.limit()).isEqualTo(Duration.ofHours(8));
        var best = needs.of(template(), understood, Map.of("preset", "best"));
        assertThat(best.memoryBytes()).isEqualTo(64L << 30);
        assertThat(best.limit()).isEqualTo(JobResources.MAX_LIMIT);
        assertThat(needs.of(template(), null, Map.of())).isEqualTo(JobResources.DEFAULT);
    }

    private static TemplateDescriptor template(EngineRequirement... engines) {
        return Templates.describe("vision", "1.0.0", Set.of(), List.of(engines));
    }
}
