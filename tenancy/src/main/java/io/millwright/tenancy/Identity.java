package io.millwright.tenancy;

/**
 * A person as the identity provider vouches for them.
 *
 * @param subject the provider's lasting identity of the account
 * @param user the user name
 * @param name the display name
 * @param email may be empty
 */
public record Identity(String subject, String user, String name, String email) {}
