package io.millwright.governance.audit;

import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Change;
import io.millwright.tenancy.ChangeRecorder;
import io.millwright.tenancy.TenantTransactions;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gathers the events of a transaction and writes them when it is about to commit, after everything else: the lock on a
 * tenant's log is then always the last one taken, which keeps it short and free of deadlocks.
 */
final class TransactionalAuditLog implements AuditLog, ChangeRecorder {

    private final EntryWriter writer;
    private final TenantTransactions transactions;
    private final EntityManagerFactory entities;

    TransactionalAuditLog(EntryWriter writer, TenantTransactions transactions, EntityManagerFactory entities) {
        this.writer = writer;
        this.transactions = transactions;
        this.entities = entities;
    }

    @Override
    public void append(Caller caller, AuditEvent event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an audit entry is part of a transaction, and none is running");
        }
        var pending = new EntryWriter.Pending(caller, event);
        if (TransactionSynchronizationManager.getResource(this) instanceof Gathered gathered) {
            gathered.add(pending);
        } else {
            var gathered = new Gathered();
            gathered.add(pending);
            TransactionSynchronizationManager.bindResource(this, gathered);
            TransactionSynchronizationManager.registerSynchronization(gathered);
        }
    }

    @Override
    public void appendApart(Caller caller, AuditEvent event) {
        transactions.apart(caller, () -> append(caller, event));
    }

    @Override
    public void record(Caller caller, Change change) {
        append(
                caller,
                new AuditEvent(
                        change.action(),
                        change.objectType(),
                        change.objectId(),
                        change.before(),
                        change.after(),
                        change.reason()));
    }

    /** The events of one transaction. */
    private final class Gathered implements TransactionSynchronization {

        private final List<EntryWriter.Pending> events = new ArrayList<>();
        private boolean written;

        void add(EntryWriter.Pending event) {
            if (written) {
                writer.write(List.of(event));
            } else {
                events.add(event);
            }
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            // What Hibernate still holds back takes its row locks now, before the log is locked.
            if (TransactionSynchronizationManager.getResource(entities) instanceof EntityManagerHolder holder) {
                holder.getEntityManager().flush();
            }
            written = true;
            writer.write(events);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(TransactionalAuditLog.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(TransactionalAuditLog.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(TransactionalAuditLog.this);
        }
    }
}
