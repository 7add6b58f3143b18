package io.millwright.plugins.host.test;

import io.millwright.governance.audit.AuditEvent;
import io.millwright.governance.audit.AuditLog;
import io.millwright.tenancy.Caller;
import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps what was appended by transactions that were committed. */
public final class RecordedAudit implements AuditLog {

    private final List<AuditEvent> events = new ArrayList<>();

    @Override
    public void append(Caller caller, AuditEvent event) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                appendApart(caller, event);
            }
        });
    }

    @Override
    public synchronized void appendApart(Caller caller, AuditEvent event) {
        events.add(event);
    }

    public synchronized List<String> actions() {
        return events.stream().map(AuditEvent::action).toList();
    }

    public synchronized AuditEvent last() {
        return events.getLast();
    }

    public synchronized void clear() {
        events.clear();
    }
}
