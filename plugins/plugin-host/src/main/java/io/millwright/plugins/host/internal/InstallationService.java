package io.millwright.plugins.host.internal;

import io.millwright.governance.audit.AuditEvent;
import io.millwright.governance.audit.AuditLog;
import io.millwright.plugins.api.Right;
import io.millwright.plugins.host.Installation;
import io.millwright.plugins.host.Installations;
import io.millwright.plugins.host.Marketplace;
import io.millwright.plugins.host.TemplateVersion;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Ids;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.TenantTransactions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Installs, changes and ends, each in one transaction with its audit entry. */
public final class InstallationService implements Installations {

    private final TenantTransactions transactions;
    private final Marketplace marketplace;
    private final InstallationRows rows;
    private final ProjectRows projects;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    public InstallationService(
            TenantTransactions transactions,
            Marketplace marketplace,
            InstallationRows rows,
            ProjectRows projects,
            AuditLog audit,
            Ids ids,
            Clock clock) {
        this.transactions = transactions;
        this.marketplace = marketplace;
        this.rows = rows;
        this.projects = projects;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Installation install(Caller admin, String template, String version, Set<Right> consent) {
        admin.require(Role.ADMIN);
        var wanted = installable(template, version, consent);
        return transactions.call(admin, () -> {
            var id = ids.next();
            if (!rows.insert(admin, id, wanted, consent, clock.instant())) {
                throw MillwrightException.conflict(
                        "already-installed",
                        "%s is installed already.".formatted(wanted.descriptor().name()),
                        "Use the installation that is there, or change its version.");
            }
            var installed = rows.get(admin, id);
            audit.append(admin, event("template.installed", installed).after(facts(installed)));
            return installed;
        });
    }

    @Override
    public Installation changeVersion(Caller admin, UUID installation, String version, Set<Right> consent) {
        admin.require(Role.ADMIN);
        return transactions.call(admin, () -> {
            var before = requireInstalled(rows.lock(admin, installation));
            var wanted = installable(before.template(), version, consent);
            if (wanted.digest().equals(before.digest())) {
                throw MillwrightException.conflict(
                        "already-installed",
                        "Version %s is what is installed.".formatted(version),
                        "Choose another version.");
            }
            rows.changeVersion(admin, installation, wanted, consent);
            var after = rows.get(admin, installation);
            audit.append(
                    admin,
                    event("template.version-changed", after)
                            .before(facts(before))
                            .after(facts(after)));
            return after;
        });
    }

    @Override
    public Installation uninstall(Caller admin, UUID installation) {
        admin.require(Role.ADMIN);
        return transactions.call(admin, () -> {
            var before = requireInstalled(rows.lock(admin, installation));
            var users = projects.namesUsing(admin, installation);
            if (!users.isEmpty()) {
                throw MillwrightException.conflict(
                        "installation-in-use",
                        "%s is used by %s."
                                .formatted(
                                        before.descriptor().name(),
                                        users.stream()
                                                .map(name -> "\"" + name + "\"")
                                                .collect(Collectors.joining(", "))),
                        "Archive %s first.".formatted(users.size() == 1 ? "that project" : "those projects"));
            }
            rows.end(admin, installation, clock.instant());
            var after = rows.get(admin, installation);
            audit.append(
                    admin,
                    event("template.uninstalled", after).before(facts(before)).after(facts(after)));
            return after;
        });
    }

    @Override
    public List<Installation> list(Caller caller) {
        return transactions.call(caller, () -> rows.installed(caller));
    }

    @Override
    public Installation get(Caller caller, UUID installation) {
        return transactions.call(caller, () -> rows.get(caller, installation));
    }

    @Override
    public Optional<Installation> find(Caller caller, String template) {
        return transactions.call(caller, () -> rows.installed(caller, template));
    }

    private TemplateVersion installable(String template, String version, Set<Right> consent) {
        var wanted = marketplace.version(template, version);
        if (!wanted.missingEngines().isEmpty()) {
            throw MillwrightException.conflict(
                    "engine-missing",
                    "%s needs what this installation does not provide: %s."
                            .formatted(
                                    wanted.descriptor().name(),
                                    wanted.missingEngines().stream()
                                            .map(engine -> engine.name() + " " + engine.version())
                                            .collect(Collectors.joining(", "))),
                    "Ask the operator to add that engine.");
        }
        Consent.check(wanted, consent);
        return wanted;
    }

    private static Installation requireInstalled(Installation installation) {
        if (installation.state() != Installation.State.INSTALLED) {
            throw MillwrightException.conflict(
                    "not-installed",
                    "%s is not installed any more."
                            .formatted(installation.descriptor().name()),
                    "Install it again from the marketplace.");
        }
        return installation;
    }

    private static AuditEvent event(String action, Installation installation) {
        return AuditEvent.of(action, "installation", installation.id().toString());
    }

    private static Map<String, Object> facts(Installation installation) {
        return Map.of(
                "template", installation.template(),
                "version", installation.version(),
                "digest", installation.digest(),
                "consent",
                        installation.consent().stream()
                                .map(Right::name)
                                .sorted()
                                .toList(),
                "state", installation.state().name());
    }
}
