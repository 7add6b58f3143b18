package io.millwright.plugins.host.internal;

import io.millwright.plugins.host.EnginePack;
import io.millwright.plugins.host.Marketplace;
import io.millwright.plugins.host.RefusedArchive;
import io.millwright.plugins.host.TemplateVersion;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pf4j.VersionManager;

/** The marketplace as it was found at the start of this process. */
final class FoundMarketplace implements Marketplace {

    private final Map<String, List<TemplateVersion>> templates = new TreeMap<>();
    private final List<EnginePack> engines;
    private final List<RefusedArchive> refused;

    FoundMarketplace(
            List<TemplateVersion> found,
            List<EnginePack> engines,
            List<RefusedArchive> refused,
            VersionManager versions) {
        found.forEach(version ->
                templates.computeIfAbsent(version.id(), id -> new ArrayList<>()).add(version));
        templates
                .values()
                .forEach(list -> list.sort((one, other) -> versions.compareVersions(other.version(), one.version())));
        this.engines = List.copyOf(engines);
        this.refused = List.copyOf(refused);
    }

    @Override
    public List<TemplateVersion> newest() {
        return templates.values().stream()
                .map(List::getFirst)
                .sorted(Comparator.comparing(version -> version.descriptor().name()))
                .toList();
    }

    @Override
    public TemplateVersion newest(String template) {
        return versions(template).getFirst();
    }

    @Override
    public List<TemplateVersion> versions(String template) {
        var versions = templates.get(template);
        if (versions == null) {
            throw MillwrightException.missing("template", template);
        }
        return List.copyOf(versions);
    }

    @Override
    public TemplateVersion version(String template, String version) {
        return versions(template).stream()
                .filter(each -> each.version().equals(version))
                .findFirst()
                .orElseThrow(() -> MillwrightException.missing("template version", template + " " + version));
    }

    @Override
    public List<EnginePack> engines() {
        return engines;
    }

    @Override
    public List<RefusedArchive> refused(Caller operator) {
        operator.require(Role.OPERATOR);
        return refused;
    }
}
