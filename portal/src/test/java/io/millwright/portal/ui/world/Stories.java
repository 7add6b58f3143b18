package io.millwright.portal.ui.world;

import io.millwright.broker.JobKind;
import io.millwright.broker.JobState;
import io.millwright.governance.datasets.Lineage;
import io.millwright.plugins.host.Installation;
import io.millwright.plugins.host.Project;
import io.millwright.plugins.host.TemplateVersion;
import io.millwright.tenancy.Member;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.Tenant;
import io.millwright.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    private static void project(World world) {
        begin(world);
        world.installations.add(installation(world.templates.getFirst(), World.ago(Duration.ofDays(6)), 1));
        world.projects.add(new Project(
                World.id("project"),
                "Card fraud, EU",
                World.id("fraud-detection"),
                "fraud-detection",
                Map.of("alertsPerDay", "100"),
                Project.State.ACTIVE,
                "acme-engineer",
                World.ago(Duration.ofDays(5))));
    }

    /** A project that waits for its sample: nothing else is there. */
    public static void sample(World world) {
        project(world);
        world.jobs.add(JobStory.job("sampled", JobKind.SAMPLE, JobState.RUNNING, .5, "", Duration.ofMinutes(1)));
    }

    /** The sample is there, and a look at it. */
    public static void sampled(World world) {
        DataStory.dataset(world, "A sample of payments", 1, Lineage.UPLOADED);
        world.jobs.add(JobStory.job("inspected", JobKind.INSPECT, JobState.SUCCEEDED, 1, "", Duration.ZERO));
    }

    /** A week of work on card fraud. */
    public static void week(World world) {
        project(world);
        DataStory.dataset(world, "Card transactions", 1, Lineage.UPLOADED);
        DataStory.dataset(world, "Card transactions", 2, Lineage.UPLOADED);
        DataStory.dataset(
                world,
                "Card fraud, EU scored",
                1,
                Lineage.scored(World.id("scored"), World.id("v2"), World.id("Card transactions 2")));
        ModelStory.model(world, 1, .683, Duration.ofDays(4));
        ModelStory.model(world, 2, .697, Duration.ofHours(5));
        world.jobs.add(JobStory.job("trained", JobKind.TRAIN, JobState.SUCCEEDED, 1, "", Duration.ofHours(5)));
        world.jobs.add(JobStory.job("scored", JobKind.SCORE, JobState.SUCCEEDED, 1, "", Duration.ofHours(4)));
        world.jobs.add(JobStory.job("running", JobKind.TRAIN, JobState.RUNNING, .55, "", Duration.ofMinutes(7)));
        world.jobs.add(JobStory.job("queued", JobKind.TRAIN, JobState.QUEUED, 0, "", Duration.ofMinutes(2)));
        world.jobs.add(JobStory.job(
                "failed",
                JobKind.TRAIN,
                JobState.FAILED,
                .3,
                "The template process ran out of memory: it had 512 MiB and asked for more.",
                Duration.ofDays(2)));
        world.jobs.add(JobStory.job("inspected", JobKind.INSPECT, JobState.SUCCEEDED, 1, "", Duration.ofMinutes(3)));
        for (var name : List.of("trained", "running", "failed")) {
            JobStory.events(world, name);
        }
        AuditStory.audit(world);
    }

    /** A week of work, and models of machines, demand and images beside that of cards. */
    public static void four(World world) {
        week(world);
        ModelStory.model(world, "Engines, line 4", ReportsStory.maintenance());
        ModelStory.model(world, "Demand, 60 stores", ReportsStory.demand());
        ModelStory.model(world, "Chest images", ReportsStory.imaging());
    }

    /** A week of work, and a project with images. */
    public static void images(World world) {
        week(world);
        ImageStory.tell(world);
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
                World.id(offered.id()),
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
}
