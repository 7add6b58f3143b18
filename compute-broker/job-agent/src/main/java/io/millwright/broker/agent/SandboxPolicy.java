package io.millwright.broker.agent;

import java.util.Locale;

/** What to do where the kernel at hand cannot confine a template fully. */
public enum SandboxPolicy {
    /** The attempt is refused and says what lacks. */
    REQUIRED,
    /** The attempt runs with the fences there are; its result names them. */
    PREFERRED;

    /** The policy as configuration spells it: {@code required} or {@code preferred}. */
    public static SandboxPolicy of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** The spelling of configuration. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
