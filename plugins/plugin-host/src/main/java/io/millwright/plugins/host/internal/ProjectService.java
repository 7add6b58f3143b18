package io.millwright.plugins.host.internal;

import io.millwright.governance.audit.AuditEvent;
import io.millwright.governance.audit.AuditLog;
import io.millwright.plugins.host.Installation;
import io.millwright.plugins.host.OptionRules;
import io.millwright.plugins.host.Project;
import io.millwright.plugins.host.Projects;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Ids;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Begins, changes and archives projects, each in one transaction with its audit entry. */
public final class ProjectService implements Projects {

    private final TenantTransactions transactions;
    private final InstallationRows installations;
    private final ProjectRows rows;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    public ProjectService(
            TenantTransactions transactions,
            InstallationRows installations,
            ProjectRows rows,
            AuditLog audit,
            Ids ids,
            Clock clock) {
        this.transactions = transactions;
        this.installations = installations;
        this.rows = rows;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Project create(Caller engineer, String name, UUID installation, Map<String, String> options) {
        engineer.require(Role.ENGINEER);
        var tidy = tidy(name);
        return transactions.call(engineer, () -> {
            var used = installations.keep(engineer, installation);
            if (used.state() != Installation.State.INSTALLED) {
                throw MillwrightException.conflict(
                        "not-installed",
                        "%s is not installed any more."
                                .formatted(used.descriptor().name()),
                        "Install it again from the marketplace.");
            }
            var set = JobOptions.withoutBlanks(options);
            OptionRules.check(used.descriptor(), set);
            var project = new Project(
                    ids.next(),
                    tidy,
                    installation,
                    used.template(),
                    set,
                    Project.State.ACTIVE,
                    engineer.user(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            rows.insert(engineer, project);
            audit.append(engineer, event("project.created", project).after(facts(project)));
            return project;
        });
    }

    @Override
    public List<Project> list(Caller caller) {
        return transactions.call(caller, () -> rows.list(caller, Project.State.ACTIVE));
    }

    @Override
    public List<Project> archived(Caller caller) {
        return transactions.call(caller, () -> rows.list(caller, Project.State.ARCHIVED));
    }

    @Override
    public Project get(Caller caller, UUID project) {
        return transactions.call(caller, () -> rows.get(caller, project));
    }

    @Override
    public Project rename(Caller engineer, UUID project, String name) {
        var tidy = tidy(name);
        return change(engineer, project, "project.renamed", before -> rows.rename(engineer, project, tidy));
    }

    @Override
    public Project changeOptions(Caller engineer, UUID project, Map<String, String> options) {
        return change(engineer, project, "project.options-changed", before -> {
            var set = JobOptions.withoutBlanks(options);
            OptionRules.check(installations.get(engineer, before.installation()).descriptor(), set);
            rows.changeOptions(engineer, project, set);
        });
    }

    @Override
    public Project archive(Caller engineer, UUID project) {
        return change(
                engineer, project, "project.archived", before -> rows.archive(engineer, project, clock.instant()));
    }

    private Project change(Caller engineer, UUID project, String action, Consumer<Project> work) {
        engineer.require(Role.ENGINEER);
        return transactions.call(engineer, () -> {
            var before = requireActive(rows.lock(engineer, project));
            work.accept(before);
            var after = rows.get(engineer, project);
            if (!after.equals(before)) {
                audit.append(
                        engineer, event(action, after).before(facts(before)).after(facts(after)));
            }
            return after;
        });
    }

    static Project requireActive(Project project) {
        if (project.state() != Project.State.ACTIVE) {
            throw MillwrightException.conflict(
                    "project-archived",
                    "The project \"%s\" is archived.".formatted(project.name()),
                    "Begin a new project with the same template.");
        }
        return project;
    }

    private static String tidy(String name) {
        var tidy = name.strip();
        if (tidy.isEmpty() || tidy.length() > Project.MAX_NAME || tidy.chars().anyMatch(Character::isISOControl)) {
            throw MillwrightException.user(
                    "project-name-invalid",
                    "A project's name has 1 to %d characters on one line.".formatted(Project.MAX_NAME),
                    "Choose another name.");
        }
        return tidy;
    }

    private static AuditEvent event(String action, Project project) {
        return AuditEvent.of(action, "project", project.id().toString());
    }

    private static Map<String, Object> facts(Project project) {
        return Map.of(
                "name", project.name(),
                "template", project.template(),
                "options", project.options(),
                "state", project.state().name());
    }
}
