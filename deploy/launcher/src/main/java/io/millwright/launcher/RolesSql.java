package io.millwright.launcher;

import java.util.List;

/** The statements that make roles and databases: owner, and three roles that own nothing and cannot pass row-level security. */
final class RolesSql {

    private RolesSql() {}

    static String statements(Secrets secrets) {
        var lines = new StringBuilder();
        for (var role : List.of(
                PostgresServer.OWNER,
                PostgresServer.APP,
                PostgresServer.OPERATOR,
                PostgresServer.BROKER,
                PostgresServer.KEYCLOAK)) {
            lines.append("CREATE ROLE %s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '%s';\n"
                    .formatted(role, secrets.text("database-" + role)));
        }
        database(lines, "millwright", PostgresServer.OWNER);
        database(lines, "keycloak", PostgresServer.KEYCLOAK);
        for (var role : List.of(PostgresServer.APP, PostgresServer.OPERATOR, PostgresServer.BROKER)) {
            lines.append("GRANT CONNECT ON DATABASE millwright TO %s;\n".formatted(role));
        }
        return lines.toString();
    }

    private static void database(StringBuilder lines, String name, String owner) {
        lines.append("CREATE DATABASE %s OWNER %s;\n".formatted(name, owner));
        lines.append("REVOKE ALL ON DATABASE %s FROM PUBLIC;\n".formatted(name));
    }
}
