package io.millwright.tenancy.internal;

import io.millwright.tenancy.Tenant;
import io.millwright.tenancy.TenantId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "tenant")
class TenantEntity {

    @Id
    private String id;

    private String name;

    @Enumerated(EnumType.STRING)
    private Tenant.State state;

    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected TenantEntity() {}

    TenantEntity(TenantId id, String name, Instant createdAt) {
        this.id = id.value();
        this.name = name;
        this.state = Tenant.State.ACTIVE;
        this.createdAt = createdAt;
    }

    void rename(String newName) {
        this.name = newName;
    }

    void turn(Tenant.State newState) {
        this.state = newState;
    }

    Tenant toTenant() {
        return new Tenant(new TenantId(id), name, state, createdAt);
    }
}
