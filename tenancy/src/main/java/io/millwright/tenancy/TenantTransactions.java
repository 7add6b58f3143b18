package io.millwright.tenancy;

import io.millwright.tenancy.internal.Binding;
import io.millwright.tenancy.internal.TenantTransactionManager;
import java.util.function.Supplier;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens transactions for a tenant: the only way to its rows. Services begin here.
 *
 * <p>The tenant is bound for the duration of the work (a scoped value) and told to PostgreSQL for the duration of the
 * transaction, so that a pooled connection never remembers it. Calls nest and join the running transaction as long as the
 * tenant is the same; another tenant inside a transaction is a defect and refused.
 */
public final class TenantTransactions {

    private final TenantTransactionManager transactions;
    private final TransactionTemplate joining;
    private final TransactionTemplate apart;

    public TenantTransactions(TenantTransactionManager transactions) {
        this.transactions = transactions;
        this.joining = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Does work for the caller's tenant in a transaction, joining the running one. */
    public <T> T call(Caller caller, Supplier<T> work) {
        return Binding.call(caller.tenant(), caller.user(), () -> execute(joining, work));
    }

    /** As {@link #call(Caller, Supplier)}, without a result. */
    public void run(Caller caller, Runnable work) {
        call(caller, supplier(work));
    }

    /** Does work of the platform itself for a tenant in a transaction, joining the running one. */
    public <T> T call(TenantId tenant, Supplier<T> work) {
        return Binding.call(tenant, "", () -> execute(joining, work));
    }

    /** As {@link #call(TenantId, Supplier)}, without a result. */
    public void run(TenantId tenant, Runnable work) {
        call(tenant, supplier(work));
    }

    /** Does work in a transaction of its own, which stays even when the running one is rolled back. */
    public void apart(Caller caller, Runnable work) {
        Binding.callApart(caller.tenant(), caller.user(), () -> execute(apart, supplier(work)));
    }

    /**
     * Does work that sees only what belongs to one user, whichever the tenants: their memberships.
     *
     * @param user the user name
     */
    public <T> T asUser(String user, Supplier<T> work) {
        return Binding.callApart(TenantId.PLATFORM, user, () -> execute(apart, work));
    }

    /**
     * Turns the running transaction to another tenant for a moment, for the rare change that two tenants' logs must hold
     * together. Plain SQL only: Hibernate's session keeps the tenant it was opened for.
     */
    public void turned(Caller caller, Runnable jdbcWork) {
        transactions.turned(new Binding(caller.tenant(), caller.user()), jdbcWork);
    }

    /** Does work on tables that belong to no tenant. */
    public <T> T platform(Supplier<T> work) {
        return call(TenantId.PLATFORM, work);
    }

    // Suppliers may return null, which the template's contract knows and the checker of this code does not.
    @SuppressWarnings("NullAway")
    private static <T> T execute(TransactionTemplate template, Supplier<T> work) {
        return template.execute(status -> work.get());
    }

    @SuppressWarnings("NullAway")
    private static Supplier<Object> supplier(Runnable work) {
        return () -> {
            work.run();
            return null;
        };
    }
}
