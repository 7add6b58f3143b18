package io.millwright.tenancy.test;

import io.millwright.tenancy.DatabaseProperties;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/** A real PostgreSQL 18 with our roles, one server per test JVM and one database per call of {@link #fresh}. */
public final class TestDatabase {

    private static final String PASSWORD = "test";

    private TestDatabase() {}

    /**
     * Makes an empty database.
     *
     * @param role as whom the code under test works: {@code app} or {@code broker}
     */
    public static DatabaseProperties fresh(String role) {
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (var admin = administrator("postgres");
                var statement = admin.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " OWNER millwright_owner");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        try (var admin = administrator(name);
                var statement = admin.createStatement()) {
            statement.execute("ALTER SCHEMA public OWNER TO millwright_owner");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new DatabaseProperties(
                url(name),
                "millwright_owner",
                PASSWORD,
                "millwright_app",
                PASSWORD,
                "millwright_operator",
                PASSWORD,
                "millwright_broker",
                PASSWORD,
                role,
                8);
    }

    /** A connection of the server's superuser, for tests that look behind the fences. */
    public static Connection administrator(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", "postgres");
    }

    private static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + Server.ONE.getPort() + "/" + database;
    }

    private static final class Server {

        static final EmbeddedPostgres ONE = start();

        private static EmbeddedPostgres start() {
            try {
                var server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("max_connections", "100")
                        .start();
                try (var connection = server.getPostgresDatabase().getConnection();
                        var statement = connection.createStatement()) {
                    for (var role : new String[] {"owner", "app", "broker", "operator"}) {
                        statement.execute("CREATE ROLE millwright_%s LOGIN PASSWORD '%s'".formatted(role, PASSWORD));
                    }
                }
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
