package io.millwright.tenancy.internal;

import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Change;
import io.millwright.tenancy.ChangeRecorder;
import io.millwright.tenancy.Ids;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.OperatorReads;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.Tenant;
import io.millwright.tenancy.TenantId;
import io.millwright.tenancy.TenantTransactions;
import io.millwright.tenancy.Tenants;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

final class TenantService implements Tenants {

    private final TenantTransactions transactions;
    private final TenantRepository tenants;
    private final MemberRepository members;
    private final OperatorReads reads;
    private final ChangeRecorder recorder;
    private final Ids ids;
    private final Clock clock;

    TenantService(
            TenantTransactions transactions,
            TenantRepository tenants,
            MemberRepository members,
            OperatorReads reads,
            ChangeRecorder recorder,
            Ids ids,
            Clock clock) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.members = members;
        this.reads = reads;
        this.recorder = recorder;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Tenant create(Caller operator, TenantId id, String name, String firstAdmin) {
        operator.require(Role.OPERATOR);
        checkName(name);
        MemberRules.user(firstAdmin);
        var inTenant = in(operator, id);
        return transactions.call(inTenant, () -> {
            if (tenants.findById(id.value()).isPresent()) {
                throw MillwrightException.conflict(
                        "tenant-exists", "There is a tenant \"%s\" already.".formatted(id), "Choose another name.");
            }
            var tenant = tenants.save(new TenantEntity(id, name, clock.instant()));
            members.save(new MemberEntity(ids.next(), firstAdmin, firstAdmin, "", Set.of(Role.ADMIN), clock.instant()));
            record(
                    operator,
                    inTenant,
                    change("tenant.created", id, Map.of(), Map.of("name", name, "administrator", firstAdmin), ""));
            return tenant.toTenant();
        });
    }

    @Override
    public Tenant rename(Caller operator, TenantId id, String name) {
        checkName(name);
        return change(operator, id, "tenant.renamed", "", tenant -> tenant.rename(name));
    }

    @Override
    public Tenant suspend(Caller operator, TenantId id, String reason) {
        if (id.equals(TenantId.PLATFORM)) {
            throw MillwrightException.refused(
                    "platform-stays", "The platform itself cannot be suspended.", "Stop the installation instead.");
        }
        return change(operator, id, "tenant.suspended", reason, tenant -> tenant.turn(Tenant.State.SUSPENDED));
    }

    @Override
    public Tenant resume(Caller operator, TenantId id, String reason) {
        return change(operator, id, "tenant.resumed", reason, tenant -> tenant.turn(Tenant.State.ACTIVE));
    }

    @Override
    public List<Tenant> list(Caller operator) {
        return reads.query(operator, "all tenants", jdbc -> jdbc.sql(
                        "SELECT id, name, state, created_at FROM tenant WHERE id <> 'platform' ORDER BY name")
                .query((row, n) -> new Tenant(
                        new TenantId(row.getString("id")),
                        row.getString("name"),
                        Tenant.State.valueOf(row.getString("state")),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list());
    }

    @Override
    public Tenant get(Caller caller, TenantId id) {
        if (!caller.tenant().equals(id)) {
            caller.require(Role.OPERATOR);
        }
        return transactions.call(in(caller, id), () -> find(id).toTenant());
    }

    private Tenant change(Caller operator, TenantId id, String action, String reason, Consumer<TenantEntity> mutation) {
        operator.require(Role.OPERATOR);
        var inTenant = in(operator, id);
        return transactions.call(inTenant, () -> {
            var tenant = tenants.lock(id.value()).orElseThrow(() -> MillwrightException.missing("tenant", id.value()));
            var before = facts(tenant.toTenant());
            mutation.accept(tenant);
            var after = tenants.save(tenant).toTenant();
            if (!before.equals(facts(after))) {
                record(operator, inTenant, change(action, id, before, facts(after), reason));
            }
            return after;
        });
    }

    /** The tenant reads in its own log what was done to it, and the operators in theirs: one transaction for both. */
    private void record(Caller operator, Caller inTenant, Change change) {
        recorder.record(inTenant, change);
        transactions.turned(operator, () -> recorder.record(operator, change));
    }

    private static Change change(
            String action, TenantId id, Map<String, Object> before, Map<String, Object> after, String reason) {
        return new Change(action, "tenant", id.value(), before, after, reason);
    }

    private static Map<String, Object> facts(Tenant tenant) {
        return Map.of("name", tenant.name(), "state", tenant.state().name());
    }

    private static Caller in(Caller caller, TenantId tenant) {
        return new Caller(tenant, caller.user(), caller.roles(), caller.origin());
    }

    private TenantEntity find(TenantId id) {
        return tenants.findById(id.value()).orElseThrow(() -> MillwrightException.missing("tenant", id.value()));
    }

    private static void checkName(String name) {
        if (name.isBlank() || name.length() > Tenant.MAX_NAME) {
            throw MillwrightException.user(
                    "tenant-title-invalid",
                    "A tenant needs a name of 1 to %d characters.".formatted(Tenant.MAX_NAME),
                    "Give it one.");
        }
    }
}
