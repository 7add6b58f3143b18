package io.millwright.portal.ui.home;

import com.vaadin.flow.spring.annotation.SpringComponent;
import io.millwright.broker.Job;
import io.millwright.broker.JobFilter;
import io.millwright.broker.JobKind;
import io.millwright.broker.JobState;
import io.millwright.broker.Jobs;
import io.millwright.governance.datasets.Datasets;
import io.millwright.governance.models.Model;
import io.millwright.governance.models.ModelVersion;
import io.millwright.governance.models.Models;
import io.millwright.plugins.host.Installations;
import io.millwright.portal.ui.models.ReportData;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Tenants;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Finds out how things stand in a tenant. */
@SpringComponent
final class Situations {

    private static final Set<JobState> OPEN =
            Set.of(JobState.QUEUED, JobState.ADMITTED, JobState.STARTING, JobState.RUNNING, JobState.PREEMPTED);
    private static final Set<JobState> ENDED = Set.of(JobState.SUCCEEDED, JobState.FAILED, JobState.CANCELLED);

    private final Tenants tenants;
    private final Installations installations;
    private final Datasets datasets;
    private final Jobs jobs;
    private final Models models;

    Situations(Tenants tenants, Installations installations, Datasets datasets, Jobs jobs, Models models) {
        this.tenants = tenants;
        this.installations = installations;
        this.datasets = datasets;
        this.jobs = jobs;
        this.models = models;
    }

    Situation of(Caller caller) {
        var newest = models.list(caller, null, 100).items().stream()
                .sorted(Comparator.comparing((Model model) -> model.latest().createdAt())
                        .reversed())
                .limit(5)
                .toList();
        var path = new NewcomersPath(
                !installations.list(caller).isEmpty(),
                !datasets.list(caller, null, 1).items().isEmpty(),
                has(caller, JobKind.TRAIN, Set.of()),
                !newest.isEmpty(),
                has(caller, JobKind.SCORE, Set.of(JobState.SUCCEEDED)));
        var headline = newest.isEmpty() ? "" : headline(newest.getFirst().latest());
        return new Situation(
                tenants.get(caller, caller.tenant()).name(),
                path,
                list(caller, OPEN).reversed(),
                list(caller, ENDED),
                newest,
                headline,
                models.awaiting(caller));
    }

    String headline(ModelVersion version) {
        return ReportData.of(version).headline();
    }

    private boolean has(Caller caller, JobKind kind, Set<JobState> states) {
        return !jobs.list(caller, new JobFilter(null, states, Set.of(kind), ""), null, 1)
                .items()
                .isEmpty();
    }

    private List<Job> list(Caller caller, Set<JobState> states) {
        return jobs.list(caller, new JobFilter(null, states, Set.of(), ""), null, 6)
                .items();
    }
}
