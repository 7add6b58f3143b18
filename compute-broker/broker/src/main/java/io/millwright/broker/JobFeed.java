package io.millwright.broker;

import io.millwright.tenancy.Caller;
import io.millwright.tenancy.TenantId;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** News of jobs as they happen, in any process that imports {@link BrokerClientConfiguration}. */
public interface JobFeed {

    /**
     * Tells a listener of every change of one job or of all jobs of the caller's tenant, until the subscription is closed.
     *
     * <p>The listener is called on a thread of the feed and must be quick and not throw. News say that there is something to
     * read, not what: read it through {@link Jobs}. News may be merged. After a lost connection the listener gets news
     * of kind {@link Kind#RESYNC}.
     *
     * @param job null for all of the tenant
     */
    Subscription subscribe(Caller caller, @Nullable UUID job, Consumer<News> listener);

    /** What kind of change. */
    enum Kind {
        /** State, queue position, attempts or result. */
        STATE,
        /** Log lines, metrics, progress. */
        EVENTS,
        /** News may have been missed: read all again. */
        RESYNC
    }

    /**
     * That something changed.
     *
     * @param job null when {@link Kind#RESYNC}
     */
    record News(TenantId tenant, @Nullable UUID job, Kind kind) {}

    /** Ends news; may be closed more than once. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
