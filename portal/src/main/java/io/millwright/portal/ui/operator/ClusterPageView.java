package io.millwright.portal.ui.operator;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import io.millwright.broker.ClusterView;
import io.millwright.broker.ClusterView.Cluster;
import io.millwright.broker.ClusterView.Running;
import io.millwright.broker.ClusterView.TenantQueue;
import io.millwright.broker.cluster.Node;
import io.millwright.portal.security.SignedIn;
import io.millwright.portal.ui.kit.Bar;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.Chip;
import io.millwright.portal.ui.kit.Chip.Tone;
import io.millwright.portal.ui.kit.DataTable;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.portal.ui.kit.Head;
import io.millwright.portal.ui.kit.Note;
import io.millwright.portal.ui.kit.OperatorPage;
import io.millwright.portal.ui.kit.Visit;
import io.millwright.portal.ui.shell.OperatorLayout;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.time.Instant;

/** The cluster and its queue, across tenants. Each look is audited, so it is taken when asked for, not by itself. */
@Route(value = "cluster", layout = OperatorLayout.class)
@PermitAll
class ClusterPageView extends OperatorPage {

    private final ClusterView cluster;

    ClusterPageView(SignedIn signedIn, ClusterView cluster) {
        super(signedIn);
        this.cluster = cluster;
    }

    @Override
    protected void show(Visit visit) {
        name(tr("nav.operator.cluster"));
        fill();
    }

    private void fill() {
        removeAll();
        var now = cluster.see(caller());
        var waiting = now.queues().stream().mapToInt(TenantQueue::waiting).sum();
        add(new Head(now.available() ? tr("cluster.title", now.running().size(), waiting) : tr("cluster.down"))
                .chip(
                        now.available()
                                ? new Chip(Tone.GOOD, tr("cluster.available"))
                                : new Chip(Tone.BAD, tr("cluster.unavailable")))
                .lede(
                        now.reportedAt() == null
                                ? tr("cluster.silent")
                                : tr(
                                        "cluster.lede",
                                        now.backend(),
                                        now.nodes().size(),
                                        Formats.duration(age(now.reportedAt()))))
                .act(Head.plain(tr("cluster.again"), this::fill)));
        if (!now.trouble().isBlank()) {
            add(new Note(Tone.BAD, now.trouble()));
        }
        add(new Card(tr("cluster.nodes"), nodes(now)));
        add(El.div(
                "mw-even", new Card(tr("cluster.queue"), queues(now)), new Card(tr("cluster.running"), running(now))));
    }

    private static Duration age(Instant moment) {
        return Duration.between(moment, Instant.now());
    }

    /** Enough of an identity to tell nodes apart. */
    private static String shortened(String node) {
        return node.length() > 16 ? node.substring(0, 16) : node;
    }

    private static Component nodes(Cluster now) {
        if (now.nodes().isEmpty()) {
            return El.p("mw-muted", tr("cluster.nodes.none"));
        }
        var table = new DataTable<Node>(tr("cluster.nodes"));
        table.column(tr("cluster.node"), node -> El.mono(shortened(node.id())));
        table.column(
                tr("tenants.state"),
                node -> node.alive()
                        ? new Chip(Tone.GOOD, tr("cluster.alive"))
                        : new Chip(Tone.BAD, tr("cluster.lost")));
        table.column(
                tr("cluster.cpus"),
                node -> share(
                        tr("cluster.cpus"),
                        node.cpus() - node.freeCpus(),
                        node.cpus(),
                        Formats.figure(node.cpus() - node.freeCpus(), "") + " / " + Formats.figure(node.cpus(), "")));
        table.column(
                tr("cluster.memory"),
                node -> share(
                        tr("cluster.memory"),
                        node.memoryBytes() - node.freeMemoryBytes(),
                        node.memoryBytes(),
                        Formats.memory(node.memoryBytes() - node.freeMemoryBytes()) + " / "
                                + Formats.memory(node.memoryBytes())));
        table.text(
                        tr("cluster.gpus"),
                        node -> Formats.figure(node.gpus() - node.freeGpus(), "") + " / "
                                + Formats.figure(node.gpus(), ""))
                .right();
        table.rows(now.nodes());
        return table;
    }

    private static Component share(String what, double used, double all, String words) {
        return El.div(
                "mw-stack mw-tight",
                El.span("", words),
                new Bar(what, all == 0 ? 0 : used / all).warn(all > 0 && used / all > .9));
    }

    private static Component queues(Cluster now) {
        if (now.queues().isEmpty()) {
            return El.p("mw-muted", tr("cluster.queue.none"));
        }
        var table = new DataTable<TenantQueue>(tr("cluster.queue"));
        table.column(tr("cluster.tenant"), queue -> El.strong(queue.tenant().value()))
                .sortable(queue -> queue.tenant().value());
        table.text(tr("cluster.waiting"), queue -> "" + queue.waiting())
                .sortable(TenantQueue::waiting)
                .right();
        table.text(tr("cluster.runs"), queue -> "" + queue.running())
                .sortable(TenantQueue::running)
                .right();
        table.text(tr("cluster.share"), queue -> Formats.percent(queue.share()))
                .sortable(TenantQueue::share)
                .right();
        table.text(tr("cluster.oldest"), queue -> queue.oldest() == null ? "–" : Formats.duration(age(queue.oldest())))
                .right();
        table.rows(now.queues());
        return table;
    }

    private static Component running(Cluster now) {
        if (now.running().isEmpty()) {
            return El.p("mw-muted", tr("cluster.running.none"));
        }
        var table = new DataTable<Running>(tr("cluster.running"));
        table.column(
                tr("jobs.job"),
                job -> El.span(
                        "", El.strong(job.projectName()), El.small(job.tenant() + " · " + shortened(job.node()))));
        table.column(
                tr("jobs.state"),
                job -> El.div(
                        "mw-stack mw-tight", El.text(job.state().title()), new Bar(job.projectName(), job.progress())));
        table.text(
                tr("cluster.holds"),
                job -> tr("job.resources.what", job.cpus(), job.gpus(), Formats.memory(job.memoryBytes())));
        table.text(tr("jobs.took"), job -> Formats.duration(age(job.since()))).right();
        table.rows(now.running());
        return table;
    }
}
