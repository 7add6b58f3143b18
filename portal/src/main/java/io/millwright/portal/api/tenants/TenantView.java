package io.millwright.portal.api.tenants;

import io.millwright.portal.api.Answers.Linked;
import io.millwright.portal.api.Links;
import io.millwright.tenancy.Tenant;
import io.millwright.tenancy.TenantId;
import java.time.Instant;
import java.util.Map;

/** A tenant as the API shows it. */
record TenantView(String id, String name, String state, Instant createdAt, Map<String, String> links)
        implements Linked {

    static TenantView of(Tenant tenant) {
        return new TenantView(
                tenant.id().value(), tenant.name(), tenant.state().name(), tenant.createdAt(), links(tenant.id()));
    }

    static Map<String, String> links(TenantId tenant) {
        return Links.of(tenant)
                .below("members", "usage", "installations", "datasets", "projects", "jobs", "models", "audit")
                .verbs("suspend", "resume")
                .map();
    }
}
