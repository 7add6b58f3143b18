package io.millwright.portal.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.millwright.broker.JobFeed;
import io.millwright.broker.JobFeed.News;
import io.millwright.tenancy.Caller;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Brings the broker's news to a component for as long as it is on a page. */
public final class Live {

    private Live() {}

    /**
     * Follows one job, or all of the tenant. News that come faster than the page can show them are merged; the stronger
     * kind wins.
     *
     * @param job null for all
     */
    public static void follow(
            Component component, JobFeed feed, Caller caller, @Nullable UUID job, Consumer<JobFeed.Kind> show) {
        component.addAttachListener(attach -> {
            var ui = attach.getUI();
            var waiting = new AtomicReference<JobFeed.@Nullable Kind>();
            var subscription = feed.subscribe(caller, job, news -> pass(ui, news, waiting, show));
            component.addDetachListener(detach -> {
                detach.unregisterListener();
                subscription.close();
            });
        });
    }

    private static void pass(
            UI ui, News news, AtomicReference<JobFeed.@Nullable Kind> waiting, Consumer<JobFeed.Kind> show) {
        var before = waiting.getAndUpdate(known -> known == null || known == JobFeed.Kind.EVENTS ? news.kind() : known);
        if (before == null && ui.isAttached()) {
            ui.access(() -> {
                var kind = waiting.getAndSet(null);
                if (kind != null) {
                    show.accept(kind);
                }
            });
        }
    }
}
