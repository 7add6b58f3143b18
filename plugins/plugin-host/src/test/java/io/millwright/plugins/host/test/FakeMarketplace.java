package io.millwright.plugins.host.test;

import io.millwright.plugins.api.EngineRequirement;
import io.millwright.plugins.api.Right;
import io.millwright.plugins.api.TemplateDescriptor;
import io.millwright.plugins.host.EnginePack;
import io.millwright.plugins.host.Marketplace;
import io.millwright.plugins.host.RefusedArchive;
import io.millwright.plugins.host.TemplateVersion;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import java.util.List;
import java.util.Set;

/** A marketplace with two versions of one template, and one template whose engine is missing. */
public final class FakeMarketplace implements Marketplace {

    private static final EngineRequirement MISSING = new EngineRequirement("torch", "2.7.1");

    private final List<TemplateVersion> all = List.of(
            version(Templates.churn("1.1.0"), 'b', true, List.of()),
            version(Templates.churn("1.0.0"), 'a', false, List.of()),
            version(
                    Templates.describe("vision", "1.0.0", Set.of(Right.GPU), List.of(MISSING)),
                    'c',
                    true,
                    List.of(MISSING)));

    private static TemplateVersion version(
            TemplateDescriptor descriptor, char digest, boolean sample, List<EngineRequirement> missing) {
        return new TemplateVersion(
                descriptor, sample, sample, String.valueOf(digest).repeat(64), 1000, "key", missing);
    }

    @Override
    public List<TemplateVersion> newest() {
        return List.of(all.getFirst(), all.getLast());
    }

    @Override
    public TemplateVersion newest(String template) {
        return versions(template).getFirst();
    }

    @Override
    public List<TemplateVersion> versions(String template) {
        return all.stream().filter(version -> version.id().equals(template)).toList();
    }

    @Override
    public TemplateVersion version(String template, String version) {
        return versions(template).stream()
                .filter(each -> each.version().equals(version))
                .findFirst()
                .orElseThrow(() -> MillwrightException.missing("template version", template));
    }

    @Override
    public List<EnginePack> engines() {
        return List.of();
    }

    @Override
    public List<RefusedArchive> refused(Caller operator) {
        return List.of();
    }
}
