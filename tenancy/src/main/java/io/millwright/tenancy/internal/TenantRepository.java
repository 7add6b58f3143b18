package io.millwright.tenancy.internal;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TenantRepository extends Repository<TenantEntity, String> {

    TenantEntity save(TenantEntity tenant);

    Optional<TenantEntity> findById(String id);

    /** Changes to the members of a tenant happen one after the other, so that rules over all of them hold. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from TenantEntity where id = :id")
    Optional<TenantEntity> lock(String id);
}
