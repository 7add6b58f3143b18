package io.millwright.portal.api;

import io.millwright.tenancy.TenantId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Addresses of a resource and of what belongs to it, from the root of the server. */
public final class Links {

    public static final String ROOT = "/api/v1";

    private final String self;
    private final Map<String, String> links = new LinkedHashMap<>();

    private Links(String self) {
        this.self = self;
        links.put("self", self);
    }

    /** Of a resource of a tenant, e.g. {@code Links.of(tenant, "jobs", id)}. */
    public static Links of(TenantId tenant, Object... segments) {
        var path = new StringBuilder(ROOT + "/tenants/" + tenant);
        for (var segment : segments) {
            path.append('/').append(segment);
        }
        return at(path.toString());
    }

    public static Links at(String self) {
        return new Links(self);
    }

    public String self() {
        return self;
    }

    /** What lies below the resource: {@code …/name}. */
    public Links below(String... names) {
        for (var name : names) {
            links.put(name, self + "/" + name);
        }
        return this;
    }

    /** Actions on the resource: {@code …:verb}. */
    public Links verbs(String... verbs) {
        for (var verb : verbs) {
            links.put(verb, self + ":" + verb);
        }
        return this;
    }

    public Links to(String relation, Links other) {
        links.put(relation, other.self);
        return this;
    }

    public Map<String, String> map() {
        return Collections.unmodifiableMap(links);
    }
}
