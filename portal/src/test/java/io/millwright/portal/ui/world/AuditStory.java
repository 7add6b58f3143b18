package io.millwright.portal.ui.world;

import io.millwright.governance.audit.AuditEntry;
import io.millwright.governance.audit.AuditEvent;
import io.millwright.tenancy.Origin;
import java.time.Duration;
import java.util.Map;

/** A few entries of the log. */
final class AuditStory {

    private AuditStory() {}

    static void audit(World world) {
        entry(
                world,
                "acme-admin",
                "template.installed",
                "installation",
                Map.of(),
                Map.of("template", "fraud-detection", "version", "1.0.0"),
                "");
        entry(
                world,
                "acme-engineer",
                "dataset.uploaded",
                "dataset",
                Map.of(),
                Map.of("name", "Card transactions", "rows", 403_204),
                "");
        entry(
                world,
                "acme-engineer",
                "job.submitted",
                "job",
                Map.of(),
                Map.of("kind", "TRAIN", "project", "Card fraud, EU"),
                "");
        entry(world, "acme-auditor", "access.refused", "job", Map.of(), Map.of("needs", "Engineer"), "role-required");
        entry(
                world,
                "acme-admin",
                "member.roles-changed",
                "member",
                Map.of("roles", "VIEWER"),
                Map.of("roles", "APPROVER"),
                "covers for Ania");
        entry(
                world,
                "system",
                "model.registered",
                "model",
                Map.of(),
                Map.of("version", 2, "averagePrecision", .697),
                "");
    }

    private static void entry(
            World world,
            String actor,
            String action,
            String type,
            Map<String, Object> before,
            Map<String, Object> after,
            String reason) {
        var index = world.audit.size();
        var event = new AuditEvent(action, type, World.id(type).toString(), before, after, reason);
        world.audit.add(new AuditEntry(
                World.ACME,
                index,
                World.ago(Duration.ofHours(30 - 5L * index)),
                actor,
                new Origin(actor.equals("system") ? Origin.Channel.SYSTEM : Origin.Channel.BROWSER, "127.0.0.1"),
                event,
                "{\"action\":\"" + action + "\",\"actor\":\"" + actor + "\",\"index\":" + index + "}",
                Stories.DIGEST));
    }
}
