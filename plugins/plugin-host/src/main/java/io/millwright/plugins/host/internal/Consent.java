package io.millwright.plugins.host.internal;

import io.millwright.plugins.api.Right;
import io.millwright.plugins.host.TemplateVersion;
import io.millwright.tenancy.MillwrightException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Agreeing to exactly what a template asks for: nothing unsaid, nothing more. */
final class Consent {

    private Consent() {}

    /** @throws MillwrightException naming the rights that were left out, or were not asked for */
    static void check(TemplateVersion version, Set<Right> consent) {
        var left = new HashSet<>(version.descriptor().rights());
        left.removeAll(consent);
        if (!left.isEmpty()) {
            throw MillwrightException.user(
                    "consent-missing",
                    "%s %s asks for rights that were not agreed to: %s."
                            .formatted(version.descriptor().name(), version.version(), names(left)),
                    "Agree to them, or do not install it.");
        }
        var more = new HashSet<>(consent);
        more.removeAll(version.descriptor().rights());
        if (!more.isEmpty()) {
            throw MillwrightException.user(
                    "consent-unknown",
                    "%s %s does not ask for: %s."
                            .formatted(version.descriptor().name(), version.version(), names(more)),
                    "Look at what it asks for and agree to exactly that.");
        }
    }

    private static String names(Set<Right> rights) {
        return rights.stream().map(Right::name).sorted().collect(Collectors.joining(", "));
    }
}
