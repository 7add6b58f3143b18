package io.millwright.portal.ui.world;

import io.millwright.broker.Job;
import io.millwright.broker.JobAttempt;
import io.millwright.broker.JobCost;
import io.millwright.broker.JobEvent;
import io.millwright.broker.JobKind;
import io.millwright.broker.JobPriority;
import io.millwright.broker.JobResources;
import io.millwright.broker.JobResult;
import io.millwright.broker.JobState;
import io.millwright.broker.TemplateRef;
import io.millwright.broker.VersionRef;
import io.millwright.governance.audit.AuditEntry;
import io.millwright.governance.audit.AuditEvent;
import io.millwright.governance.datasets.DatasetId;
import io.millwright.governance.datasets.DatasetKind;
import io.millwright.governance.datasets.DatasetVersion;
import io.millwright.governance.datasets.Lineage;
import io.millwright.governance.datasets.SourceFormat;
import io.millwright.governance.models.ModelFile;
import io.millwright.governance.models.ModelVersion;
import io.millwright.governance.models.Stage;
import io.millwright.plugins.host.Installation;
import io.millwright.plugins.host.Project;
import io.millwright.plugins.host.TemplateVersion;
import io.millwright.tenancy.Member;
import io.millwright.tenancy.ObjectRef;
import io.millwright.tenancy.Origin;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.Tenant;
import io.millwright.tenancy.TenantId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fills the world: a newcomer's tenant, or one that has worked for a week. */
public final class Stories {

    static final String DIGEST = "7b1e".repeat(16);

    private Stories() {}

    /** Tenants and people; a marketplace; nothing done yet. */
    public static void begin(World world) {
        world.clear();
        var since = Instant.now().minus(Duration.ofDays(40));
        Map.of(World.ACME, "Acme", World.GLOBEX, "Globex", TenantId.PLATFORM, "Platform")
                .forEach((id, name) -> world.tenants.put(id, new Tenant(id, name, Tenant.State.ACTIVE, since)));
        member(world, World.ACME, "acme-admin", "Ada Admin", Role.ADMIN);
        member(world, World.ACME, "acme-engineer", "Emil Engineer", Role.ENGINEER);
        member(world, World.ACME, "acme-approver", "Ania Approver", Role.APPROVER);
        member(world, World.ACME, "acme-auditor", "Otto Auditor", Role.AUDITOR);
        member(world, World.GLOBEX, "globex-admin", "Gita Admin", Role.ADMIN);
        member(world, World.GLOBEX, "acme-admin", "Ada Admin", Role.VIEWER);
        member(world, TenantId.PLATFORM, "operator", "Olga Operator", Role.OPERATOR);
        world.templates.add(
                new TemplateVersion(FraudStory.DESCRIPTOR, true, true, DIGEST, 412_000, "millwright-demo", List.of()));
    }

    /** A week of work on card fraud. */
    public static void week(World world) {
        begin(world);
        world.installations.add(installation(world.templates.getFirst(), World.ago(Duration.ofDays(6)), 1));
        world.projects.add(new Project(
                World.id("project"),
                "Card fraud, EU",
                World.id("installation"),
                "fraud-detection",
                Map.of("alertsPerDay", "100"),
                Project.State.ACTIVE,
                "acme-engineer",
                World.ago(Duration.ofDays(5))));
        dataset(world, "Card transactions", 1, Lineage.UPLOADED);
        dataset(world, "Card transactions", 2, Lineage.UPLOADED);
        dataset(
                world,
                "Card fraud, EU scored",
                1,
                Lineage.scored(World.id("scored"), World.id("v2"), World.id("Card transactions 2")));
        model(world, 1, .683, Duration.ofDays(4));
        model(world, 2, .697, Duration.ofHours(5));
        world.jobs.add(job("trained", JobKind.TRAIN, JobState.SUCCEEDED, 1, "", Duration.ofHours(5)));
        world.jobs.add(job("scored", JobKind.SCORE, JobState.SUCCEEDED, 1, "", Duration.ofHours(4)));
        world.jobs.add(job("running", JobKind.TRAIN, JobState.RUNNING, .55, "", Duration.ofMinutes(7)));
        world.jobs.add(job("queued", JobKind.TRAIN, JobState.QUEUED, 0, "", Duration.ofMinutes(2)));
        world.jobs.add(job(
                "failed",
                JobKind.TRAIN,
                JobState.FAILED,
                .3,
                "The template process ran out of memory: it had 512 MiB and asked for more.",
                Duration.ofDays(2)));
        world.jobs.add(job("inspected", JobKind.INSPECT, JobState.SUCCEEDED, 1, "", Duration.ofMinutes(3)));
        for (var name : List.of("trained", "running", "failed")) {
            events(world, name);
        }
        audit(world);
    }

    /** A week of work, and models of machines, demand and images beside that of cards. */
    public static void four(World world) {
        week(world);
        model(world, "Engines, line 4", ReportsStory.maintenance());
        model(world, "Demand, 60 stores", ReportsStory.demand());
        model(world, "Chest images", ReportsStory.imaging());
    }

    private static void member(World world, TenantId tenant, String user, String name, Role role) {
        world.members.add(new Member(
                tenant,
                user,
                name,
                user + "@example.org",
                Set.of(role),
                World.ago(Duration.ofDays(40)),
                !user.endsWith("auditor")));
    }

    static Installation installation(TemplateVersion offered, Instant at, int projects) {
        return new Installation(
                World.id("installation"),
                offered.descriptor(),
                offered.digest(),
                true,
                offered.inspects(),
                Installation.State.INSTALLED,
                offered.descriptor().rights(),
                "acme-admin",
                at,
                projects);
    }

    static DatasetVersion dataset(World world, String name, int number, Lineage lineage) {
        return dataset(world, name, number, lineage, DatasetKind.TABLE);
    }

    static DatasetVersion dataset(World world, String name, int number, Lineage lineage, DatasetKind kind) {
        var object = new ObjectRef(DIGEST, 41_200_000);
        var version = new DatasetVersion(
                World.id(name + " " + number),
                new DatasetId(World.id(name)),
                name,
                number,
                402_000 + number * 1_204L,
                TableStory.columns(lineage),
                name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-') + ".csv",
                new SourceFormat(
                        SourceFormat.Kind.DELIMITED_TEXT,
                        false,
                        "UTF-8",
                        ",",
                        true,
                        List.of("The column TX_DATETIME was read as moments in UTC.")),
                object,
                object,
                object,
                kind,
                kind == DatasetKind.TABLE ? null : object,
                lineage,
                World.ago(Duration.ofDays(7 - number)),
                "acme-engineer");
        world.datasets.add(version);
        world.profiles.put(version.id(), TableStory.profile(version.rows(), lineage));
        return version;
    }

    private static void model(World world, String name, String report) {
        var like = world.models.getFirst();
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
                report,
                like.environment(),
                like.files(),
                DIGEST,
                like.createdAt(),
                like.createdBy(),
                null,
                null,
                null,
                null,
                null));
    }

    private static void model(World world, int number, double averagePrecision, Duration ago) {
        world.models.add(new ModelVersion(
                World.id("v" + number),
                World.id("model"),
                "Card fraud, EU",
                World.id("project"),
                number,
                Stage.DRAFT,
                World.id("trained"),
                World.id("Card transactions " + number),
                new io.millwright.governance.models.TemplateRef("fraud-detection", "1.0.0", DIGEST),
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
                ReportStory.json(averagePrecision),
                Map.of("java", "25.0.1", "engine.xgboost", "3.0.4", "backend", "ray", "cpus", "2"),
                List.of(
                        new ModelFile("model.ubj", new ObjectRef(DIGEST, 812_000)),
                        new ModelFile("features.json", new ObjectRef(DIGEST, 4_100))),
                DIGEST,
                World.ago(ago),
                "acme-engineer",
                null,
                null,
                null,
                null,
                null));
    }

    static Job job(String name, JobKind kind, JobState state, double progress, String reason, Duration ago) {
        var from = World.ago(ago);
        var done = state.isFinal() ? from.plusSeconds(78) : null;
        var started = state == JobState.QUEUED ? null : from.plusSeconds(4);
        var attempts = started == null
                ? List.<JobAttempt>of()
                : List.of(new JobAttempt(
                        1,
                        state == JobState.SUCCEEDED
                                ? JobAttempt.Outcome.SUCCEEDED
                                : state == JobState.FAILED ? JobAttempt.Outcome.FAILED : JobAttempt.Outcome.ACTIVE,
                        "ray",
                        "127.0.0.1",
                        reason,
                        "landlock 7, seccomp",
                        1_340_000_000L,
                        from.plusSeconds(2),
                        started,
                        done));
        return new Job(
                World.id(name),
                World.ACME,
                World.id("project"),
                "Card fraud, EU",
                kind,
                new TemplateRef("fraud-detection", "1.0.0", DIGEST),
                List.of(),
                new VersionRef(World.id("Card transactions"), 2),
                kind == JobKind.SCORE ? new VersionRef(World.id("model"), 2) : null,
                null,
                Map.of("alertsPerDay", "100"),
                1,
                JobResources.DEFAULT,
                JobPriority.NORMAL,
                state,
                reason,
                state == JobState.FAILED ? "Give the job at least 2 GiB, or fewer rows." : "",
                state == JobState.QUEUED
                        ? new Job.Waiting(
                                2,
                                3,
                                "Waits for 2 cores: both are in use by one job of Acme.",
                                "It would start now with 1 core.")
                        : null,
                progress,
                state == JobState.RUNNING ? "training, round 220 of 400" : "",
                Duration.ofSeconds(74),
                state == JobState.RUNNING ? Instant.now().plusSeconds(40) : null,
                attempts,
                new JobCost(148, 0, new BigDecimal("0.0042"), "EUR"),
                result(kind, state),
                false,
                0,
                "acme-engineer",
                from,
                started,
                done);
    }

    private static @Nullable JobResult result(JobKind kind, JobState state) {
        if (state != JobState.SUCCEEDED || kind == JobKind.INSPECT) {
            return null;
        }
        return kind == JobKind.TRAIN
                ? new JobResult(new VersionRef(World.id("model"), 2), null)
                : new JobResult(null, new VersionRef(World.id("Card fraud, EU scored"), 1));
    }

    /** The same job in another state. */
    static Job job(Job job, JobState state, double progress, String reason) {
        return new Job(
                job.id(),
                job.tenant(),
                job.project(),
                job.projectName(),
                job.kind(),
                job.template(),
                job.engines(),
                job.dataset(),
                job.model(),
                job.weights(),
                job.options(),
                job.seed(),
                job.resources(),
                job.priority(),
                state,
                reason,
                "",
                null,
                progress,
                "",
                job.expectedDuration(),
                null,
                job.attempts(),
                job.cost(),
                result(job.kind(), state),
                false,
                job.lastEvent(),
                job.submittedBy(),
                job.submittedAt(),
                job.startedAt(),
                state.isFinal() ? Instant.now() : null);
    }

    private static void events(World world, String name) {
        var at = World.ago(Duration.ofMinutes(6));
        var all = new ArrayList<JobEvent>();
        all.add(new JobEvent.StateChanged(1, 1, at, JobState.RUNNING, ""));
        all.add(new JobEvent.Phase(2, 1, at.plusMillis(300), "inputs fetched: 41 MB in 0.4 s"));
        all.add(new JobEvent.LogLine(
                3, 1, at.plusSeconds(1), "columns: TX_DATETIME time, TX_AMOUNT amount, CUSTOMER_ID customer"));
        all.add(new JobEvent.LogLine(4, 1, at.plusSeconds(9), "15 features over 1, 7 and 30 days, label delay 7 days"));
        for (var round = 1; round <= 22; round++) {
            var when = at.plusSeconds(10 + round);
            var value = .71 - .5 * Math.exp(-round / 5.0);
            all.add(new JobEvent.MetricPoint(
                    3 + 2L * round, 1, when, "validation average precision", round * 10L, value));
            all.add(new JobEvent.MetricPoint(
                    100 + 2L * round, 1, when, "training average precision", round * 10L, value + .03));
            all.add(new JobEvent.LogLine(4 + 2L * round, 1, when, "round %d  AP %.4f".formatted(round * 10, value)));
        }
        world.events.put(World.id(name), all);
    }

    private static void audit(World world) {
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
                DIGEST));
    }
}
