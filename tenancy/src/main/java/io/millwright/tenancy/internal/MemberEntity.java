package io.millwright.tenancy.internal;

import io.millwright.tenancy.Member;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.TenantId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "member")
class MemberEntity {

    @Id
    private UUID id;

    @org.hibernate.annotations.TenantId
    private @Nullable String tenantId;

    private String userName;

    private @Nullable String subject;

    private String name;

    private String email;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] roles;

    private Instant since;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected MemberEntity() {}

    MemberEntity(UUID id, String userName, String name, String email, Set<Role> roles, Instant since) {
        this.id = id;
        this.userName = userName;
        this.name = name;
        this.email = email;
        this.since = since;
        this.roles = spelled(roles);
    }

    void change(Set<Role> newRoles) {
        this.roles = spelled(newRoles);
    }

    Set<Role> roles() {
        return Arrays.stream(roles).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    Member toMember(TenantId tenant) {
        return new Member(tenant, userName, name, email, roles(), since, subject != null);
    }

    private static String[] spelled(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }
}
