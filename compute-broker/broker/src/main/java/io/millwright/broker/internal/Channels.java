package io.millwright.broker.internal;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The two PostgreSQL channels. Notices are sent by the transaction of the change and leave only when it commits. */
public final class Channels {

    /** To portals: {@code <tenant> <job> STATE|EVENTS}. */
    public static final String NEWS = "millwright_job_news";

    /** To brokers: {@code queue} when a claim may succeed, {@code cancel <tenant> <job>} when a job is to stop. */
    public static final String WORK = "millwright_job_work";

    private final JdbcClient sql;

    public Channels(JdbcClient sql) {
        this.sql = sql;
    }

    public void news(String tenant, UUID job, boolean state) {
        send(NEWS, tenant + " " + job + " " + (state ? "STATE" : "EVENTS"));
    }

    public void queueChanged() {
        send(WORK, "queue");
    }

    public void cancelRequested(String tenant, UUID job) {
        send(WORK, "cancel " + tenant + " " + job);
    }

    private void send(String channel, String text) {
        sql.sql("SELECT 1 FROM (SELECT pg_notify(?, ?)) sent")
                .param(channel)
                .param(text)
                .query(Integer.class)
                .single();
    }
}
