package io.millwright.broker.internal;

import io.millwright.tenancy.DatabaseProperties;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Listens to a PostgreSQL channel on a connection of its own, for as long as the application runs. */
public final class Listening implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
    private static final Duration TURN = Duration.ofSeconds(10);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final DatabaseProperties database;
    private final String channel;
    private final Consumer<String> heard;
    private final Runnable connected;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile boolean running;
    private volatile Connection connection;

    /**
     * @param heard called with each notice; must be quick and not throw
     * @param connected called whenever listening begins (again): notices before it may have been missed
     */
    @SuppressWarnings("NullAway.Init")
    public Listening(DatabaseProperties database, String channel, Consumer<String> heard, Runnable connected) {
        this.database = database;
        this.channel = channel;
        this.heard = heard;
        this.connected = connected;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("listen-" + channel).start(this::listen);
    }

    @Override
    public void stop() {
        running = false;
        stop.countDown();
        closeQuietly();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void listen() {
        long pause = FIRST_PAUSE_MILLIS;
        while (running) {
            try {
                session();
                pause = FIRST_PAUSE_MILLIS;
            } catch (SQLException lost) {
                if (running) {
                    LOG.atWarn()
                            .addKeyValue("channel", channel)
                            .addKeyValue("cause", lost.getMessage())
                            .log("Listening to the database was interrupted");
                }
            }
            closeQuietly();
            try {
                if (stop.await(pause, TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                return;
            }
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
    }

    private void session() throws SQLException {
        boolean broker = database.role().equals("broker");
        var opened = DriverManager.getConnection(
                database.url(),
                broker ? database.brokerUser() : database.appUser(),
                broker ? database.brokerPassword() : database.appPassword());
        connection = opened;
        try (var statement = opened.createStatement()) {
            statement.execute("LISTEN " + channel);
        }
        connected.run();
        var source = opened.unwrap(PGConnection.class);
        while (running) {
            var notices = source.getNotifications((int) TURN.toMillis());
            if (notices == null) {
                continue;
            }
            if (notices.length == 0 && !opened.isValid(2)) {
                throw new SQLException("the connection is dead");
            }
            for (var notice : notices) {
                heard.accept(notice.getParameter());
            }
        }
    }

    private void closeQuietly() {
        var open = connection;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException alreadyGone) {
                LOG.trace("closing", alreadyGone);
            }
        }
    }
}
