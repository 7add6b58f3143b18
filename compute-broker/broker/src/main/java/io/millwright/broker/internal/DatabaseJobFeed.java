package io.millwright.broker.internal;

import io.millwright.broker.JobFeed;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.TenantId;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link JobFeed} fed by {@link Listening}. */
public final class DatabaseJobFeed implements JobFeed {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseJobFeed.class);

    private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();

    @Override
    public Subscription subscribe(Caller caller, @Nullable UUID job, Consumer<News> listener) {
        var subscriber = new Subscriber(caller.tenant(), job, listener);
        subscribers.add(subscriber);
        return () -> subscribers.remove(subscriber);
    }

    /** Takes a notice of {@link Channels#NEWS}. */
    public void heard(String notice) {
        var parts = notice.split(" ");
        if (parts.length != 3) {
            LOG.atWarn().addKeyValue("notice", notice).log("A notice of jobs was not understood");
            return;
        }
        var news = new News(new TenantId(parts[0]), UUID.fromString(parts[1]), Kind.valueOf(parts[2]));
        subscribers.forEach(subscriber -> subscriber.tell(news));
    }

    /** Tells everyone that news may have been missed. */
    public void resync() {
        subscribers.forEach(subscriber -> subscriber.tell(new News(subscriber.tenant, subscriber.job, Kind.RESYNC)));
    }

    /** Identity, not value: the same listener may subscribe twice. */
    private static final class Subscriber {
        private final TenantId tenant;
        private final @Nullable UUID job;
        private final Consumer<News> listener;

        Subscriber(TenantId tenant, @Nullable UUID job, Consumer<News> listener) {
            this.tenant = tenant;
            this.job = job;
            this.listener = listener;
        }

        void tell(News news) {
            if (!tenant.equals(news.tenant()) || (job != null && !job.equals(news.job()))) {
                return;
            }
            try {
                listener.accept(news);
            } catch (RuntimeException ofListener) {
                LOG.atWarn().setCause(ofListener).log("A listener to jobs failed");
            }
        }
    }
}
