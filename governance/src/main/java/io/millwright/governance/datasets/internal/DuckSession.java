package io.millwright.governance.datasets.internal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A DuckDB of our own for one file: in memory, with bounded memory and threads, that can see one scratch folder and nothing
 * else, loads no extension, and cannot be told otherwise. One thread; close after use.
 */
final class DuckSession implements AutoCloseable {

    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("duckdb-watch").factory());

    private final Connection connection;
    private final Limits limits;

    /** What one row gives. */
    @FunctionalInterface
    interface Row<T> {
        @Nullable
        T of(ResultSet row) throws SQLException;
    }

    private DuckSession(Connection connection, Limits limits) {
        this.connection = connection;
        this.limits = limits;
    }

    static DuckSession open(Scratch scratch, Limits limits) {
        var folder = scratch.folder().toString();
        var settings = new Properties();
        settings.setProperty("threads", Integer.toString(limits.threads()));
        settings.setProperty("memory_limit", limits.memory());
        settings.setProperty("temp_directory", scratch.file("spill").toString());
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_community_extensions", "false");
        try {
            var session = new DuckSession(DriverManager.getConnection("jdbc:duckdb:", settings), limits);
            session.execute("SET TimeZone = 'UTC'");
            session.execute("SET enable_progress_bar = false");
            session.execute("SET parquet_metadata_cache = true");
            session.execute("SET allowed_directories = [" + DuckTypes.literal(folder) + "]");
            session.execute("SET enable_external_access = false");
            session.execute("SET lock_configuration = true");
            return session;
        } catch (SQLException failed) {
            throw new IllegalStateException("DuckDB does not start", failed);
        }
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            watched(statement, () -> statement.execute(sql));
        }
    }

    /** The first row's value; null when there is no row. */
    <T> @Nullable T query(String sql, Row<T> row) throws SQLException {
        var all = list(sql, row);
        return all.isEmpty() ? null : all.getFirst();
    }

    <T> List<@Nullable T> list(String sql, Row<T> row) throws SQLException {
        try (var statement = connection.createStatement()) {
            return watched(statement, () -> {
                try (var rows = statement.executeQuery(sql)) {
                    var all = new ArrayList<@Nullable T>();
                    while (rows.next()) {
                        all.add(row.of(rows));
                    }
                    return all;
                }
            });
        }
    }

    private interface Work<T> {
        T run() throws SQLException;
    }

    private <T> T watched(Statement statement, Work<T> work) throws SQLException {
        var late = new AtomicBoolean();
        var watch = WATCH.schedule(
                () -> {
                    late.set(true);
                    try {
                        statement.cancel();
                    } catch (SQLException alreadyDone) {
                        // nothing to stop
                    }
                },
                limits.timeout().toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return work.run();
        } catch (SQLException failed) {
            if (late.get()) {
                throw Refusals.tooSlow();
            }
            if (String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT).contains("out of memory")) {
                throw Refusals.tooMuchMemory();
            }
            throw failed;
        } finally {
            watch.cancel(false);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw new IllegalStateException("DuckDB does not close", failed);
        }
    }
}
