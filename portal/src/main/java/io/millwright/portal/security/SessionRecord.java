package io.millwright.portal.security;

import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Change;
import io.millwright.tenancy.ChangeRecorder;
import io.millwright.tenancy.Identity;
import io.millwright.tenancy.Members;
import io.millwright.tenancy.Members.Membership;
import io.millwright.tenancy.Origin;
import io.millwright.tenancy.TenantId;
import io.millwright.tenancy.TenantTransactions;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Writes sign-ins, sign-outs and refusals into the audit logs. A session concerns every tenant that the person is a member
 * of, so each of them has it on record; the platform has it for those who are members nowhere.
 */
@Component
public class SessionRecord {

    /** The log is searched by what was asked for; an index holds no more than a few thousand bytes of it. */
    private static final int MOST = 500;

    private final ChangeRecorder audit;
    private final TenantTransactions transactions;
    private final Members members;

    SessionRecord(ChangeRecorder audit, TenantTransactions transactions, Members members) {
        this.audit = audit;
        this.transactions = transactions;
        this.members = members;
    }

    void started(Identity identity, Origin origin) {
        everywhere(identity, origin, () -> session("session.started", identity, origin, ""));
    }

    void ended(Identity identity, Origin origin, String reason) {
        everywhere(identity, origin, () -> session("session.ended", identity, origin, reason));
    }

    /**
     * A request that was refused; its own transaction is gone by now.
     *
     * @param caller whose log: a member's tenant, or the platform for those who are no members
     * @param what the method and path that were asked for; only the beginning of a very long one is kept
     */
    public void refused(Caller caller, String what, String code) {
        var kept = what.substring(0, Math.min(MOST, what.length()));
        transactions.apart(
                caller,
                () -> audit.record(
                        caller, new Change("access.refused", "request", kept, Map.of(), Map.of("code", code), "")));
    }

    /** The caller under which something is recorded about a person who is no member. */
    public static Caller outsider(Identity identity, Origin origin) {
        return new Caller(TenantId.PLATFORM, identity.user(), Set.of(), origin);
    }

    private void everywhere(Identity identity, Origin origin, Supplier<Change> change) {
        var callers = members.membershipsOf(identity).stream()
                .map(membership -> caller(membership, identity, origin))
                .toList();
        for (var caller : callers) {
            transactions.apart(caller, () -> audit.record(caller, change.get()));
        }
        if (callers.isEmpty()) {
            var nobody = outsider(identity, origin);
            transactions.apart(nobody, () -> audit.record(nobody, change.get()));
        }
    }

    private static Caller caller(Membership membership, Identity identity, Origin origin) {
        return new Caller(membership.tenant().id(), identity.user(), membership.roles(), origin);
    }

    private static Change session(String action, Identity identity, Origin origin, String reason) {
        return new Change(
                action,
                "session",
                identity.user(),
                Map.of(),
                Map.of("channel", origin.channel().name().toLowerCase(java.util.Locale.ROOT)),
                reason);
    }
}
