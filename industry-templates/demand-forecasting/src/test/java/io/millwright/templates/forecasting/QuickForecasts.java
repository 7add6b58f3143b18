package io.millwright.templates.forecasting;

import io.millwright.plugins.testkit.TemplateRun;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The template at its quickest, in a folder of its own. */
abstract class QuickForecasts {

    @TempDir
    Path folder;

    TemplateRun run;

    @BeforeEach
    void quick() {
        run = TemplateRun.of(DemandForecasting::new, folder).withOptions(Map.of("preset", "quick"));
    }
}
