package io.millwright.portal.ui.world;

import io.millwright.plugins.api.Right;
import io.millwright.plugins.host.EnginePack;
import io.millwright.plugins.host.Installation;
import io.millwright.plugins.host.Installations;
import io.millwright.plugins.host.Marketplace;
import io.millwright.plugins.host.RefusedArchive;
import io.millwright.plugins.host.TemplateVersion;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A marketplace and installations in memory. */
final class FakeHost {

    private FakeHost() {}

    /** What the world offers. */
    record Shop(World world) implements Marketplace {

        @Override
        public List<TemplateVersion> newest() {
            return world.templates;
        }

        @Override
        public TemplateVersion newest(String template) {
            return world.templates.stream()
                    .filter(one -> one.id().equals(template))
                    .findFirst()
                    .orElseThrow(() -> MillwrightException.missing("template", template));
        }

        @Override
        public List<TemplateVersion> versions(String template) {
            return List.of(newest(template));
        }

        @Override
        public TemplateVersion version(String template, String version) {
            return newest(template);
        }

        @Override
        public List<EnginePack> engines() {
            return List.of(new EnginePack("xgboost", "3.4.0", "XGBoost", "a".repeat(64), 48_000_000, List.of()));
        }

        @Override
        public List<RefusedArchive> refused(Caller operator) {
            return List.of(new RefusedArchive("tampered-1.0.0.zip", "The signature does not fit the content."));
        }
    }

    /** What acme has installed. */
    record Installed(World world) implements Installations {

        @Override
        public Installation install(Caller admin, String template, String version, Set<Right> consent) {
            admin.require(Role.ADMIN);
            var offered = new Shop(world).newest(template);
            if (!consent.equals(offered.descriptor().rights())) {
                throw MillwrightException.user("consent-missing", "Rights were not agreed to.", "Agree to each.");
            }
            var installed = Stories.installation(offered, Instant.now(), 0);
            world.installations.add(installed);
            return installed;
        }

        @Override
        public Installation changeVersion(Caller admin, UUID installation, String version, Set<Right> consent) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Installation uninstall(Caller admin, UUID installation) {
            var found = get(admin, installation);
            if (found.projects() > 0) {
                throw MillwrightException.conflict(
                        "installation-in-use", "It is used by Card fraud, EU.", "Archive the project first.");
            }
            world.installations.remove(found);
            return found;
        }

        @Override
        public List<Installation> list(Caller caller) {
            return World.seenBy(caller.tenant(), world.installations);
        }

        @Override
        public Installation get(Caller caller, UUID installation) {
            return list(caller).stream()
                    .filter(one -> one.id().equals(installation))
                    .findFirst()
                    .orElseThrow(() -> MillwrightException.missing("installation", installation.toString()));
        }

        @Override
        public Optional<Installation> find(Caller caller, String template) {
            return list(caller).stream()
                    .filter(one -> one.template().equals(template))
                    .findFirst();
        }
    }
}
