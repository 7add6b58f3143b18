package io.millwright.tenancy.internal;

import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells PostgreSQL, at the start of each transaction and until its end, for which tenant and user it is. Code that is bound
 * to no tenant gets a transaction that sees no tenant's rows.
 */
public final class TenantTransactionManager extends JpaTransactionManager {

    private static final long serialVersionUID = 1L;

    TenantTransactionManager(EntityManagerFactory entities) {
        super(entities);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        try {
            tellTenant();
        } catch (SQLException e) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("PostgreSQL did not take the tenant of the transaction", e);
        }
    }

    /** Does plain SQL work in the running transaction for another tenant, and turns back. */
    public void turned(Binding other, Runnable jdbcWork) {
        try {
            Binding.callApart(other.tenant(), other.user(), () -> {
                tellTenantUnchecked();
                jdbcWork.run();
                return Boolean.TRUE;
            });
        } finally {
            tellTenantUnchecked();
        }
    }

    private void tellTenantUnchecked() {
        try {
            tellTenant();
        } catch (SQLException e) {
            throw new TransactionSystemException("PostgreSQL did not take the tenant of the transaction", e);
        }
    }

    /** Tells the connection of the running transaction which tenant and user are bound now. */
    private void tellTenant() throws SQLException {
        var dataSource = getDataSource();
        var holder = dataSource == null ? null : TransactionSynchronizationManager.getResource(dataSource);
        if (!(holder instanceof ConnectionHolder connections)) {
            throw new SQLException("the transaction has no connection");
        }
        var sql = "SELECT set_config('millwright.tenant', ?, true), set_config('millwright.user', ?, true)";
        try (var statement = connections.getConnection().prepareStatement(sql)) {
            statement.setString(
                    1, Binding.isBound() ? Binding.current().tenant().value() : "");
            statement.setString(2, Binding.isBound() ? Binding.current().user() : "");
            statement.execute();
        }
    }
}
