package io.millwright.portal.ui.world;

import io.millwright.governance.models.ModelFile;
import io.millwright.governance.models.ModelVersion;
import io.millwright.governance.models.Stage;
import io.millwright.portal.ui.kit.Json;
import io.millwright.tenancy.ObjectRef;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Models with their figures and reports. */
final class ModelStory {

    private ModelStory() {}

    static void model(World world, String name, String report) {
        var like = world.models.getFirst();
        world.reports.put(World.id(name + " 1"), report);
        world.models.add(new ModelVersion(
                World.id(name + " 1"),
                World.id(name),
                name,
                like.project(),
                1,
                Stage.DRAFT,
                World.id("trained"),
                like.datasetVersion(),
                like.template(),
                like.options(),
                1,
                Map.of(),
                summary(report),
                like.environment(),
                like.files(),
                Stories.DIGEST,
                like.createdAt(),
                like.createdBy(),
                null,
                null,
                null,
                null,
                null));
    }

    /** As the registry keeps it for lists. */
    private static String summary(String report) {
        var whole = (ObjectNode) Json.parse(report);
        whole.remove("charts");
        return whole.toString();
    }

    static void model(World world, int number, double averagePrecision, Duration ago) {
        world.reports.put(World.id("v" + number), ReportStory.json(averagePrecision));
        world.models.add(new ModelVersion(
                World.id("v" + number),
                World.id("model"),
                "Card fraud, EU",
                World.id("project"),
                number,
                Stage.DRAFT,
                World.id("trained"),
                World.id("Card transactions " + number),
                new io.millwright.governance.models.TemplateRef("fraud-detection", "1.0.0", Stories.DIGEST),
                Map.of("alertsPerDay", "100", "column.label", "TX_FRAUD"),
                number,
                Map.of(
                        "averagePrecision",
                        averagePrecision,
                        "auc",
                        .877,
                        "cardPrecision",
                        .298,
                        "calibrationError",
                        .011),
                summary(ReportStory.json(averagePrecision)),
                Map.of("java", "25.0.1", "engine.xgboost", "3.4.0", "backend", "ray", "cpus", "2"),
                List.of(
                        new ModelFile("model.ubj", new ObjectRef(Stories.DIGEST, 812_000)),
                        new ModelFile("features.json", new ObjectRef(Stories.DIGEST, 4_100))),
                Stories.DIGEST,
                World.ago(ago),
                "acme-engineer",
                null,
                null,
                null,
                null,
                null));
    }
}
