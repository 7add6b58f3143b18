package io.millwright.broker.internal;

import io.millwright.governance.datasets.DatasetId;
import io.millwright.governance.datasets.DatasetUses;
import io.millwright.tenancy.TenantId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps datasets that jobs still need. */
public final class JobsUsingDatasets implements DatasetUses {

    private final JdbcClient sql;

    public JobsUsingDatasets(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<String> of(TenantId tenant, DatasetId dataset) {
        return sql.sql("""
                        SELECT 'a ' || lower(state) || ' job of project "' || project_name || '"' FROM job
                        WHERE tenant_id = ? AND ? IN (dataset_id, weights_id) AND finished_at IS NULL ORDER BY id LIMIT 5""")
                .param(tenant.value())
                .param(dataset.value())
                .query(String.class)
                .list();
    }
}
