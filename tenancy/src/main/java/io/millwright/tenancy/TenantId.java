package io.millwright.tenancy;

import java.util.regex.Pattern;

/**
 * A tenant, by the short name that stands in addresses; it never changes.
 *
 * @param value lower-case letters, digits and single hyphens, a letter first, 2 to {@value #MAX} characters
 */
public record TenantId(String value) {

    public static final int MAX = 40;

    private static final Pattern SHAPE = Pattern.compile("[a-z](-?[a-z0-9]){1," + (MAX - 1) + "}");

    /** Owns what belongs to no tenant: the operators' audit log, templates of the marketplace. */
    public static final TenantId PLATFORM = new TenantId("platform");

    public TenantId {
        if (value.length() > MAX || !SHAPE.matcher(value).matches()) {
            throw MillwrightException.user(
                    "tenant-name-invalid",
                    "\"%s\" cannot be a tenant's short name.".formatted(value),
                    "Use 2 to %d lower-case letters, digits and single hyphens, starting with a letter."
                            .formatted(MAX));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
