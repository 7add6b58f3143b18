package io.millwright.portal.ui.world;

import io.millwright.broker.Job;
import io.millwright.broker.JobEvent;
import io.millwright.broker.JobState;
import io.millwright.broker.JobTrial;
import io.millwright.governance.audit.AuditEntry;
import io.millwright.governance.datasets.DatasetVersion;
import io.millwright.governance.datasets.Profile;
import io.millwright.governance.models.ModelVersion;
import io.millwright.plugins.host.Installation;
import io.millwright.plugins.host.Project;
import io.millwright.plugins.host.TemplateVersion;
import io.millwright.tenancy.Member;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.Tenant;
import io.millwright.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What the hand-written services of the view tests know: a small installation in memory. Empty when made;
 * {@link Stories} fills it.
 */
public final class World {

    public static final TenantId ACME = new TenantId("acme");
    public static final TenantId GLOBEX = new TenantId("globex");

    final Map<TenantId, Tenant> tenants = new LinkedHashMap<>();
    final List<Member> members = new CopyOnWriteArrayList<>();
    final List<TemplateVersion> templates = new CopyOnWriteArrayList<>();
    /** Of the largest node. */
    public int gpus;

    final List<Installation> installations = new CopyOnWriteArrayList<>();
    final List<Project> projects = new CopyOnWriteArrayList<>();
    final List<DatasetVersion> datasets = new CopyOnWriteArrayList<>();
    final Map<UUID, Profile> profiles = new LinkedHashMap<>();
    final List<Job> jobs = new CopyOnWriteArrayList<>();
    final Map<UUID, List<JobEvent>> events = new LinkedHashMap<>();
    final Map<UUID, List<JobTrial>> trials = new LinkedHashMap<>();
    final Map<UUID, String> reports = new LinkedHashMap<>();
    final List<ModelVersion> models = new CopyOnWriteArrayList<>();
    final List<AuditEntry> audit = new CopyOnWriteArrayList<>();

    /** An identity that is the same in every run, so that addresses in tests and pictures are stable. */
    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static Instant ago(Duration time) {
        return Instant.now().minus(time);
    }

    /** Everything of these lists that is not the tenant's stays out of sight: this world has one working tenant, acme. */
    static <T> List<T> seenBy(TenantId tenant, List<T> things) {
        return tenant.equals(ACME) ? new ArrayList<>(things) : List.of();
    }

    /** Gives a member of acme one more role. */
    public void giveRole(String user, Role role) {
        members.replaceAll(member -> member.user().equals(user) ? with(member, role) : member);
    }

    private static Member with(Member member, Role role) {
        var roles = EnumSet.copyOf(member.roles());
        roles.add(role);
        return new Member(
                member.tenant(), member.user(), member.name(), member.email(), roles, member.since(), member.seen());
    }

    /** The same job, failed for a reason. */
    public static Job failed(Job job, String reason) {
        return JobStory.job(job, JobState.FAILED, 0, reason);
    }

    /** The same job, half done. */
    public static Job running(Job job) {
        return JobStory.job(job, JobState.RUNNING, .5, "");
    }

    public void clear() {
        gpus = 0;
        List.of(tenants, profiles, events, trials, reports).forEach(Map::clear);
        List.of(members, templates, installations, projects, datasets, jobs, models, audit)
                .forEach(List::clear);
    }
}
