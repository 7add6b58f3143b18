package io.millwright.governance.datasets;

import io.millwright.tenancy.TenantId;
import java.util.List;

/**
 * A seam for modules above that still need a dataset, e.g. the job queue: each bean of this type is asked before a dataset
 * is deleted.
 */
public interface DatasetUses {

    /**
     * Who needs the dataset now, each as words that end the sentence "it is used by", e.g. {@code job 42}; empty when
     * nobody does. Called in the transaction that deletes.
     */
    List<String> of(TenantId tenant, DatasetId dataset);
}
