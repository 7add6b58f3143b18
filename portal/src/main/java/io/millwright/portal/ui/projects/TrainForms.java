package io.millwright.portal.ui.projects;

import com.vaadin.flow.spring.annotation.SpringComponent;
import io.millwright.broker.ClusterView;
import io.millwright.broker.Job;
import io.millwright.broker.JobFeed;
import io.millwright.broker.JobFilter;
import io.millwright.broker.JobKind;
import io.millwright.broker.Jobs;
import io.millwright.broker.Tariff;
import io.millwright.governance.datasets.Datasets;
import io.millwright.plugins.host.Installation;
import io.millwright.plugins.host.Project;
import io.millwright.plugins.host.ProjectJobs;
import io.millwright.tenancy.Caller;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;

/** Makes the form that trains. */
@SpringComponent
final class TrainForms {

    private final Datasets datasets;
    private final ProjectJobs work;
    private final ClusterView cluster;
    private final Jobs jobs;
    private final JobFeed feed;
    private final Tariff tariff;
    private final ObjectProvider<FormMemory> memory;

    TrainForms(
            Datasets datasets,
            ProjectJobs work,
            ClusterView cluster,
            Jobs jobs,
            JobFeed feed,
            Tariff tariff,
            ObjectProvider<FormMemory> memory) {
        this.jobs = jobs;
        this.feed = feed;
        this.tariff = tariff;
        this.datasets = datasets;
        this.work = work;
        this.cluster = cluster;
        this.memory = memory;
    }

    /**
     * @param dataset identity of the dataset to begin with, may be empty
     * @param started is given the job that was started
     */
    TrainForm form(
            Supplier<Caller> caller,
            Project project,
            Installation installation,
            String dataset,
            Consumer<UUID> started) {
        var typed = memory.getObject().of(project.id());
        if (!dataset.isBlank()) {
            typed.put(TrainForm.DATASET, dataset);
        } else if (!typed.containsKey(TrainForm.DATASET)) {
            lastLearntFrom(caller.get(), project).ifPresent(last -> typed.put(TrainForm.DATASET, last));
        }
        return new TrainForm(
                caller.get(),
                project,
                installation,
                datasets,
                (chosen, options) -> work.resourcesFor(caller.get(), project.id(), chosen, options),
                cluster.capacity(),
                tariff,
                new DataLook(caller, project.id(), work, jobs, feed, typed),
                typed,
                request -> started.accept(work.train(caller.get(), request)));
    }

    /** The newest data of the tenant may belong to another project: one that was trained before goes on with its own. */
    private Optional<String> lastLearntFrom(Caller caller, Project project) {
        var trainings = new JobFilter(project.id(), Set.of(), Set.of(JobKind.TRAIN), "");
        return jobs.list(caller, trainings, null, 1).items().stream()
                .map(Job::dataset)
                .filter(Objects::nonNull)
                .map(data -> data.id().toString())
                .findFirst();
    }
}
