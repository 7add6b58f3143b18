package io.millwright.tenancy;

import java.time.Instant;

/**
 * A tenant as others see it.
 *
 * @param id short name
 * @param name what people call it
 * @param state whether its members may work
 * @param createdAt when it began
 */
public record Tenant(TenantId id, String name, State state, Instant createdAt) {

    public static final int MAX_NAME = 80;

    /**
     * Tenant states.
     *
     * <pre>
     * ACTIVE ⇄ SUSPENDED
     * </pre>
     */
    public enum State {
        ACTIVE,
        SUSPENDED
    }
}
