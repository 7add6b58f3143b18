package io.millwright.tenancy.internal;

import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Change;
import io.millwright.tenancy.ChangeRecorder;
import io.millwright.tenancy.Identity;
import io.millwright.tenancy.Ids;
import io.millwright.tenancy.Member;
import io.millwright.tenancy.Members;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Origin;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.Tenant;
import io.millwright.tenancy.TenantId;
import io.millwright.tenancy.TenantTransactions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

final class MemberService implements Members {

    private final TenantTransactions transactions;
    private final MembershipQueries queries;
    private final MemberRepository members;
    private final TenantRepository tenants;
    private final ChangeRecorder recorder;
    private final Ids ids;
    private final Clock clock;

    MemberService(
            TenantTransactions transactions,
            JdbcClient jdbc,
            MemberRepository members,
            TenantRepository tenants,
            ChangeRecorder recorder,
            Ids ids,
            Clock clock) {
        this.transactions = transactions;
        this.queries = new MembershipQueries(jdbc);
        this.members = members;
        this.tenants = tenants;
        this.recorder = recorder;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Caller caller(Identity identity, TenantId tenant, Origin origin) {
        var found = place(identity, tenant);
        var subject = found.subject();
        if (subject == null) {
            // Who is not bound was slower: than themselves in another window, or than another account of that name.
            subject = transactions.call(tenant, () -> queries.bind(tenant, identity))
                    ? identity.subject()
                    : place(identity, tenant).subject();
        }
        if (!identity.subject().equals(subject)) {
            // The account was made anew under an old name: it is another person until an administrator says otherwise.
            throw MillwrightException.missing("tenant", tenant.value());
        }
        if (found.membership().tenant().state() == Tenant.State.SUSPENDED) {
            throw MillwrightException.refused(
                    "tenant-suspended",
                    "\"%s\" is suspended; nothing in it is lost."
                            .formatted(found.membership().tenant().name()),
                    "Ask the operator of this installation when it will be resumed.");
        }
        return new Caller(tenant, identity.user(), found.membership().roles(), origin);
    }

    @Override
    public List<Membership> membershipsOf(Identity identity) {
        return transactions.asUser(identity.user(), () -> queries.of(identity.user())).stream()
                .filter(found -> sameAccount(found.subject(), identity))
                .map(MembershipQueries.Found::membership)
                .toList();
    }

    @Override
    public boolean isAwaited(String user) {
        return transactions.asUser(user, () -> queries.of(user)).stream().anyMatch(found -> found.subject() == null);
    }

    @Override
    public List<Member> list(Caller caller) {
        return transactions.call(caller, () -> members.findAllByOrderByUserName().stream()
                .map(member -> member.toMember(caller.tenant()))
                .toList());
    }

    @Override
    public Member add(Caller admin, String user, String name, String email, Set<Role> roles) {
        requireAdmin(admin);
        MemberRules.user(user);
        MemberRules.roles(admin.tenant(), roles);
        return transactions.call(admin, () -> {
            lock(admin);
            if (members.findByUserName(user).isPresent()) {
                throw MillwrightException.conflict(
                        "member-exists",
                        "%s is a member of \"%s\" already.".formatted(user, admin.tenant()),
                        "Change their roles instead.");
            }
            var member = members.save(new MemberEntity(ids.next(), user, name, email, roles, clock.instant()));
            record(admin, "member.added", user, Map.of(), Map.of("roles", MemberRules.spelled(roles)));
            return member.toMember(admin.tenant());
        });
    }

    @Override
    public Member changeRoles(Caller admin, String user, Set<Role> roles) {
        requireAdmin(admin);
        MemberRules.roles(admin.tenant(), roles);
        return transactions.call(admin, () -> {
            lock(admin);
            var member = find(user);
            var before = member.roles();
            MemberRules.keepAnAdministrator(admin.tenant(), members.findAllByOrderByUserName(), member, roles);
            member.change(roles);
            record(
                    admin,
                    "member.roles-changed",
                    user,
                    Map.of("roles", MemberRules.spelled(before)),
                    Map.of("roles", MemberRules.spelled(roles)));
            return members.save(member).toMember(admin.tenant());
        });
    }

    @Override
    public void remove(Caller admin, String user) {
        requireAdmin(admin);
        transactions.run(admin, () -> {
            lock(admin);
            var member = find(user);
            MemberRules.keepAnAdministrator(admin.tenant(), members.findAllByOrderByUserName(), member, Set.of());
            members.delete(member);
            record(admin, "member.removed", user, Map.of("roles", MemberRules.spelled(member.roles())), Map.of());
        });
    }

    private static void requireAdmin(Caller caller) {
        caller.require(MemberRules.key(caller.tenant()));
    }

    private MembershipQueries.Found place(Identity identity, TenantId tenant) {
        return transactions
                .asUser(identity.user(), () -> queries.of(identity.user(), tenant))
                .orElseThrow(() -> MillwrightException.missing("tenant", tenant.value()));
    }

    private static boolean sameAccount(@Nullable String subject, Identity identity) {
        return subject == null || subject.equals(identity.subject());
    }

    /** One change of members at a time, by somebody who may still make it: their roles may have been taken since. */
    private void lock(Caller admin) {
        if (tenants.lock(admin.tenant().value()).isEmpty()) {
            throw MillwrightException.missing("tenant", admin.tenant().value());
        }
        if (!admin.isSystem()) {
            var roles = members.findByUserName(admin.user())
                    .map(MemberEntity::roles)
                    .orElse(Set.of());
            requireAdmin(new Caller(admin.tenant(), admin.user(), roles, admin.origin()));
        }
    }

    private MemberEntity find(String user) {
        return members.findByUserName(user).orElseThrow(() -> MillwrightException.missing("member", user));
    }

    private void record(
            Caller admin, String action, String user, Map<String, Object> before, Map<String, Object> after) {
        recorder.record(admin, new Change(action, "member", user, before, after, ""));
    }
}
