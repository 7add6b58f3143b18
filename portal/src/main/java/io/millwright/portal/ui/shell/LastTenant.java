package io.millwright.portal.ui.shell;

/** Where the session remembers the tenant that a person looked at last. */
final class LastTenant {

    static final String KEY = LastTenant.class.getName();

    private LastTenant() {}
}
