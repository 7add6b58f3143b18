package io.millwright.portal.ui.marketplace;

import io.millwright.tenancy.TenantId;

/** Addresses of the pages of the marketplace. */
public final class MarketplaceNavigation {

    private MarketplaceNavigation() {}

    public static String list(TenantId tenant) {
        return "t/" + tenant + "/marketplace";
    }

    public static String template(TenantId tenant, String template) {
        return list(tenant) + "/" + template;
    }
}
