package io.millwright.launcher;

import java.util.List;

/** PostgreSQL refuses to run as root; in a user namespace of its own it sees another user, with the same rights on our files. */
final class Unprivileged {

    private static final List<String> NAMESPACE = List.of("unshare", "--user");

    private Unprivileged() {}

    /** What to put before a command of PostgreSQL: nothing, unless root is at work. */
    static List<String> prefix() {
        if (!isRoot()) {
            return List.of();
        }
        if (Tool.of("unshare", "--user", "id", "-u")
                .output()
                .filter(id -> !id.equals("0"))
                .isEmpty()) {
            throw new LauncherException(
                    "PostgreSQL does not run as root, and this system does not let root make a user namespace "
                            + "('unshare --user' failed). Run Millwright as an ordinary user, or name an external database "
                            + "in MILLWRIGHT_DATABASE_URL.");
        }
        return NAMESPACE;
    }

    static boolean isRoot() {
        return Tool.of("id", "-u").output().filter("0"::equals).isPresent();
    }
}
