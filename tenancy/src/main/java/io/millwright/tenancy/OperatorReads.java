package io.millwright.tenancy;

import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads across tenants for operators' screens, through a database role that may only read. Each use is audited in the
 * platform's log.
 */
public interface OperatorReads {

    /**
     * Runs a query across tenants in a read-only transaction.
     *
     * @param operator a caller with the role OPERATOR
     * @param what a few words for the audit log, e.g. "queue of all tenants"
     */
    <T> T query(Caller operator, String what, Function<JdbcClient, T> query);
}
