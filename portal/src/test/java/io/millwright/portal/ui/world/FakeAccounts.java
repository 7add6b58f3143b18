package io.millwright.portal.ui.world;

import io.millwright.portal.accounts.Accounts;
import java.util.Optional;

/** An identity provider that knows everybody whose name does not begin with "new". */
final class FakeAccounts implements Accounts {

    @Override
    public Optional<Account> byUser(String user) {
        return user.toLowerCase(java.util.Locale.ROOT).startsWith("new")
                ? Optional.empty()
                : Optional.of(new Account("sub-" + user, user, user, ""));
    }

    @Override
    public Optional<Account> byEmail(String email) {
        return Optional.empty();
    }

    @Override
    public Created create(String user, String name, String email) {
        return new Created(new Account("sub-" + user, user, name, email), "correct-horse");
    }
}
