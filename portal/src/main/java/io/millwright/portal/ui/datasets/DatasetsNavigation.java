package io.millwright.portal.ui.datasets;

import io.millwright.tenancy.TenantId;
import java.util.UUID;

/** Addresses of the pages of data. */
public final class DatasetsNavigation {

    private DatasetsNavigation() {}

    public static String list(TenantId tenant) {
        return "t/" + tenant + "/datasets";
    }

    /** Where a file is brought. */
    public static String bring(TenantId tenant) {
        return list(tenant) + "/bring";
    }

    public static String dataset(TenantId tenant, UUID dataset) {
        return list(tenant) + "/" + dataset;
    }

    public static String version(TenantId tenant, UUID dataset, int number) {
        return dataset(tenant, dataset) + "/" + number;
    }
}
