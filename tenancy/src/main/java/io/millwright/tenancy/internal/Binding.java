package io.millwright.tenancy.internal;

import io.millwright.tenancy.TenantId;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The tenant and user of the current call. Bound for a stretch of code, never set and forgotten: a thread that comes back
 * to a pool carries nothing.
 *
 * @param tenant the tenant
 * @param user the user name, empty for the platform itself
 */
public record Binding(TenantId tenant, String user) {

    private static final ScopedValue<Binding> CURRENT = ScopedValue.newInstance();

    private static final Binding NONE = new Binding(TenantId.PLATFORM, "");

    /** Runs work bound to a tenant; inside a transaction the tenant must be the one that it was opened for. */
    public static <T> T call(TenantId tenant, String user, Supplier<T> work) {
        if (CURRENT.isBound()
                && TransactionSynchronizationManager.isActualTransactionActive()
                && !CURRENT.get().tenant().equals(tenant)) {
            throw new IllegalStateException("a transaction of tenant %s cannot turn to tenant %s"
                    .formatted(CURRENT.get().tenant(), tenant));
        }
        return ScopedValue.where(CURRENT, new Binding(tenant, user)).call(work::get);
    }

    /** Runs work bound to a tenant that will open a transaction of its own. */
    public static <T> T callApart(TenantId tenant, String user, Supplier<T> work) {
        return ScopedValue.where(CURRENT, new Binding(tenant, user)).call(work::get);
    }

    /** Whether the current code is bound at all. */
    public static boolean isBound() {
        return CURRENT.isBound();
    }

    /** The current binding. Code that is not bound has no tenant and sees no rows: ask {@link #isBound} first. */
    public static Binding current() {
        return CURRENT.orElse(NONE);
    }
}
