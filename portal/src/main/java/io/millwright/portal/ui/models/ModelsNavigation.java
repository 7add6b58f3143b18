package io.millwright.portal.ui.models;

import io.millwright.tenancy.TenantId;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/** Addresses of the pages of models. */
public final class ModelsNavigation {

    private ModelsNavigation() {}

    public static String list(TenantId tenant) {
        return "t/" + tenant + "/models";
    }

    public static String version(TenantId tenant, UUID model, int number) {
        return list(tenant) + "/" + model + "/" + number;
    }

    public static String compare(TenantId tenant, UUID model, int first, int second) {
        return list(tenant) + "/" + model + "/compare?a=" + first + "&b=" + second;
    }

    /** @param versions between 2 and 10 */
    static String compare(TenantId tenant, UUID model, Collection<Integer> versions) {
        return list(tenant) + "/" + model + "/compare?v="
                + versions.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
