package io.millwright.portal.accounts;

import io.millwright.governance.audit.AuditEvent;
import io.millwright.governance.audit.AuditLog;
import io.millwright.portal.accounts.Accounts.Account;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Member;
import io.millwright.tenancy.Members;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Role;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Adds people to a tenant: those who have an account, and those who get one. Used by the view of members and the API. */
@Service
public class NewMembers {

    private final Accounts accounts;
    private final Members members;
    private final AuditLog audit;

    NewMembers(Accounts accounts, Members members, AuditLog audit) {
        this.accounts = accounts;
        this.members = members;
        this.audit = audit;
    }

    /**
     * Adds a person to the caller's tenant.
     *
     * @throws MillwrightException {@code account-not-found} where there is none and none is wanted; {@code
     *     account-reserved} where a new account would take up a membership that waits for somebody; else as {@link
     *     Members#add} and {@link Accounts#create}
     */
    public Added add(Caller admin, Invitation invitation) {
        admin.require(Role.ADMIN);
        var found = find(invitation);
        if (found.isPresent()) {
            return new Added(member(admin, found.get(), invitation.roles()), null);
        }
        if (!invitation.newAccount()) {
            var who = invitation.user().isBlank() ? invitation.email() : invitation.user();
            throw MillwrightException.user(
                    "account-not-found",
                    "Nobody has an account as \"%s\".".formatted(who),
                    "Check the spelling, or have a new account created for them.");
        }
        var user = (invitation.user().isBlank() ? invitation.email() : invitation.user()).strip();
        if (members.isAwaited(user) || members.isAwaited(user.toLowerCase(Locale.ROOT))) {
            // Whoever made the account would hold its password, and with it a membership that is meant for another.
            throw MillwrightException.refused(
                    "account-reserved",
                    "No account can be created here as \"%s\".".formatted(user),
                    "Choose another user name, or ask the operator of this installation to create the account.");
        }
        var created = accounts.create(user, invitation.name(), invitation.email());
        // The account is there, whatever becomes of the membership.
        audit.appendApart(
                admin,
                AuditEvent.of("account.created", "account", created.account().user()));
        return new Added(member(admin, created.account(), invitation.roles()), created.temporaryPassword());
    }

    private Optional<Account> find(Invitation invitation) {
        return invitation.user().isBlank() ? accounts.byEmail(invitation.email()) : accounts.byUser(invitation.user());
    }

    private Member member(Caller admin, Account account, Set<Role> roles) {
        return members.add(admin, account.user(), account.name(), account.email(), roles);
    }

    /**
     * Who is to be added.
     *
     * @param user user name; blank to look by address
     * @param name for a new account
     * @param email address; may be blank when there is a user name
     * @param roles at least one
     * @param newAccount whether to create the account when there is none
     */
    public record Invitation(String user, String name, String email, Set<Role> roles, boolean newAccount) {}

    /** @param temporaryPassword to hand to the person; null when they had an account */
    public record Added(Member member, @Nullable String temporaryPassword) {
        @Override
        public String toString() {
            return "Added[member=" + member + "]";
        }
    }
}
