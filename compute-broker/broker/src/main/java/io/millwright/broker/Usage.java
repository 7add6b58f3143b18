package io.millwright.broker;

import io.millwright.tenancy.Caller;
import io.millwright.tenancy.TenantId;
import java.time.Instant;
import java.util.List;

/** What tenants have used of the cluster in a period: jobs that were submitted in it, and resources held in it. */
public interface Usage {

    /** Of the caller's tenant; for every member. */
    Used of(Caller caller, Instant from, Instant to);

    /** Of every tenant that used something, by tenant; for operators, audited as an operator's read. */
    List<Used> ofAll(Caller operator, Instant from, Instant to);

    /**
     * What one tenant used.
     *
     * @param submitted jobs submitted in the period; the next four tell where these stand now
     * @param cost resources held in the period, by the tariff
     */
    record Used(
            TenantId tenant,
            long submitted,
            long succeeded,
            long failed,
            long cancelled,
            long unfinished,
            JobCost cost) {}
}
