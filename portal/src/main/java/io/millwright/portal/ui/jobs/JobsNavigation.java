package io.millwright.portal.ui.jobs;

import io.millwright.tenancy.TenantId;
import java.util.UUID;

/** Addresses of the pages of jobs. */
public final class JobsNavigation {

    private JobsNavigation() {}

    public static String list(TenantId tenant) {
        return "t/" + tenant + "/jobs";
    }

    public static String job(TenantId tenant, UUID job) {
        return list(tenant) + "/" + job;
    }
}
