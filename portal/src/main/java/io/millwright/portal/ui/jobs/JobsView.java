package io.millwright.portal.ui.jobs;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import io.millwright.broker.Job;
import io.millwright.broker.JobFeed;
import io.millwright.broker.JobFilter;
import io.millwright.broker.JobKind;
import io.millwright.broker.JobState;
import io.millwright.broker.Jobs;
import io.millwright.portal.security.SignedIn;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.DataTable;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Empty;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.portal.ui.kit.Head;
import io.millwright.portal.ui.kit.Live;
import io.millwright.portal.ui.kit.TenantPage;
import io.millwright.portal.ui.kit.Visit;
import io.millwright.portal.ui.projects.ProjectsNavigation;
import io.millwright.portal.ui.shell.TenantLayout;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** All jobs of a tenant, newest first, as they change. */
@Route(value = "jobs", layout = TenantLayout.class)
@PermitAll
class JobsView extends TenantPage {

    private static final int PAGE = 50;

    private final Jobs jobs;
    private final JobFeed feed;
    private final Div list = new Div();
    private final TextField search = new TextField();
    private final Select<Group> group = new Select<>();
    private int shown = PAGE;

    /** The groups of states that people ask for. */
    private enum Group {
        ALL(Set.of()),
        WAITING(EnumSet.of(JobState.QUEUED, JobState.PREEMPTED)),
        RUNNING(EnumSet.copyOf(JobState.active())),
        SUCCEEDED(EnumSet.of(JobState.SUCCEEDED)),
        FAILED(EnumSet.of(JobState.FAILED)),
        CANCELLED(EnumSet.of(JobState.CANCELLED));

        private final Set<JobState> states;

        Group(Set<JobState> states) {
            this.states = states;
        }

        private static Group of(String name) {
            return Arrays.stream(values())
                    .filter(group -> group.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElse(ALL);
        }
    }

    JobsView(SignedIn signedIn, Jobs jobs, JobFeed feed) {
        super(signedIn);
        this.jobs = jobs;
        this.feed = feed;
    }

    @Override
    protected void show(Visit visit) {
        name(tr("nav.jobs"));
        search.setPlaceholder(tr("jobs.search"));
        search.setAriaLabel(tr("jobs.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValue(visit.query("q"));
        group.setItems(Group.values());
        group.setItemLabelGenerator(one -> tr("jobs.group." + one.name()));
        group.setAriaLabel(tr("jobs.state"));
        group.setValue(Group.of(visit.query("state")));
        search.addValueChangeListener(change -> changed());
        group.addValueChangeListener(change -> changed());
        var any = !jobs.list(caller(), JobFilter.ALL, null, 1).items().isEmpty();
        add(new Head(answer()).lede(tr("jobs.lede")));
        if (any) {
            add(El.div("mw-filters", search, group));
        }
        add(list);
        fill();
        Live.follow(list, feed, caller(), null, kind -> fill());
    }

    private String answer() {
        var running = new JobFilter(null, Group.RUNNING.states, Set.<JobKind>of(), "");
        var waiting = new JobFilter(null, Group.WAITING.states, Set.<JobKind>of(), "");
        return tr(
                "jobs.title",
                jobs.list(caller(), running, null, Jobs.MAX_PAGE).items().size(),
                jobs.list(caller(), waiting, null, Jobs.MAX_PAGE).items().size());
    }

    private void changed() {
        remember(Map.of(
                "q",
                search.getValue(),
                "state",
                group.getValue() == Group.ALL ? "" : group.getValue().name().toLowerCase(java.util.Locale.ROOT)));
        fill();
    }

    private void fill() {
        var filter = new JobFilter(null, group.getValue().states, Set.<JobKind>of(), search.getValue());
        var page = jobs.list(caller(), filter, null, Math.min(shown, Jobs.MAX_PAGE));
        list.removeAll();
        if (page.items().isEmpty()) {
            list.add(
                    filter.equals(JobFilter.ALL)
                            ? new Empty(
                                    tr("jobs.none"),
                                    tr("jobs.none.what"),
                                    Head.primary(tr("jobs.none.act"), () -> go(ProjectsNavigation.list(tenant()))))
                            : new Empty(tr("list.nothing"), tr("list.nothing.what")));
            return;
        }
        var table = new DataTable<Job>(tr("nav.jobs"));
        table.column(
                        tr("jobs.job"),
                        job -> El.span(
                                "",
                                El.mainLink(JobsNavigation.job(tenant(), job.id()), JobSigns.title(job)),
                                El.small(job.template().id() + " "
                                        + job.template().version())))
                .sortable(JobSigns::title);
        table.column(tr("jobs.state"), this::state);
        table.column(
                        tr("jobs.by"),
                        job -> El.span("", El.text(Formats.when(job.submittedAt())), El.small(job.submittedBy())))
                .sortable(Job::submittedAt);
        table.text(tr("jobs.took"), JobSigns::took).right();
        table.text(tr("jobs.cost"), JobSigns::cost)
                .sortable(job -> job.cost().amount())
                .right();
        table.rows(page.items());
        list.add(Card.around(table));
        if (page.next() != null && shown < Jobs.MAX_PAGE) {
            list.add(Head.plain(tr("list.more"), () -> {
                shown += PAGE;
                fill();
            }));
        }
    }

    private Component state(Job job) {
        var cell = El.div("mw-stack mw-tight", El.div("", JobSigns.chip(job)));
        var waiting = job.waiting();
        if (job.state() == JobState.RUNNING) {
            cell.add(JobSigns.bar(job), new io.millwright.portal.ui.kit.Small(job.activity()));
        } else if (waiting != null) {
            cell.add(El.small(waiting.reason()));
        } else if (job.state() == JobState.FAILED) {
            cell.add(El.small(job.reason()));
        }
        return cell;
    }
}
