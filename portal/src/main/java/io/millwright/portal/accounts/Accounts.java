package io.millwright.portal.accounts;

import java.util.Optional;

/**
 * People's accounts at the identity provider. A seam: Keycloak's administration API is one implementation; an installation
 * whose accounts come from elsewhere may look up and not create.
 *
 * <p>Called by the services that add members. Implementations are safe for any thread and throw
 * {@link io.millwright.tenancy.MillwrightException} of kind EXTERNAL, code {@code accounts-unavailable}, while the provider
 * does not answer or refuses us.
 */
public interface Accounts {

    /** The account with exactly this user name; upper and lower case are the same. */
    Optional<Account> byUser(String user);

    /** The account with exactly this e-mail address. */
    Optional<Account> byEmail(String email);

    /**
     * Creates an account that can sign in with a temporary password, which must be changed at the first sign-in.
     *
     * @throws io.millwright.tenancy.MillwrightException of kind CONFLICT, code {@code account-exists}, when name or address
     *     are taken; of kind USER when the provider finds them unusable
     */
    Created create(String user, String name, String email);

    /** An account. */
    record Account(String subject, String user, String name, String email) {}

    /**
     * An account that was just made.
     *
     * @param temporaryPassword shown once and kept nowhere
     */
    record Created(Account account, String temporaryPassword) {
        @Override
        public String toString() {
            return "Created[account=" + account + "]";
        }
    }
}
