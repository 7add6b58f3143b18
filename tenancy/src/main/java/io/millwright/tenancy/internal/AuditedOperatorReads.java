package io.millwright.tenancy.internal;

import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Change;
import io.millwright.tenancy.ChangeRecorder;
import io.millwright.tenancy.OperatorReads;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.TenantTransactions;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

final class AuditedOperatorReads implements OperatorReads {

    private final JdbcClient client;
    private final TenantTransactions transactions;
    private final ChangeRecorder recorder;

    AuditedOperatorReads(DataSource operator, TenantTransactions transactions, ChangeRecorder recorder) {
        this.client = JdbcClient.create(operator);
        this.transactions = transactions;
        this.recorder = recorder;
    }

    @Override
    public <T> T query(Caller operator, String what, Function<JdbcClient, T> query) {
        operator.require(Role.OPERATOR);
        var looked = new Change("operator.looked", "installation", what, Map.of(), Map.of(), "");
        transactions.apart(operator, () -> recorder.record(operator, looked));
        return query.apply(client);
    }
}
