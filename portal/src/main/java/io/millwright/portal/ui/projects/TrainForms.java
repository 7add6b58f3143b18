package io.millwright.portal.ui.projects;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
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
import io.millwright.portal.ui.kit.Chip.Tone;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.portal.ui.kit.Head;
import io.millwright.portal.ui.kit.Note;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Ids;
import io.millwright.tenancy.MillwrightException;
import java.util.Map;
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

    private static final String LIKE = "like";

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
     * What a form begins with.
     *
     * @param dataset identity of data, may be empty
     * @param like identity of a training, may be empty
     */
    record Begin(String dataset, String like) {}

    /**
     * @param started is given the job that was started
     */
    TrainForm form(
            Supplier<Caller> caller, Project project, Installation installation, Begin begin, Consumer<UUID> started) {
        var typed = memory.getObject().of(project.id());
        if (!begin.like().isBlank() && !begin.like().equals(typed.get(LIKE))) {
            like(caller.get(), training(caller.get(), project, begin.like()), installation, typed);
        }
        if (!begin.dataset().isBlank()) {
            typed.put(TrainForm.DATASET, begin.dataset());
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
                note(caller.get(), project, typed),
                request -> started.accept(work.train(caller.get(), request)));
    }

    private Job training(Caller caller, Project project, String id) {
        var job = jobs.get(caller, Ids.parse("training", id));
        if (job.kind() != JobKind.TRAIN || !job.project().equals(project.id())) {
            throw MillwrightException.missing("training", id);
        }
        return job;
    }

    /** As if a person had typed what the training was given; a column that it did without stays out. */
    private void like(Caller caller, Job training, Installation installation, Map<String, String> typed) {
        typed.clear();
        typed.put(LIKE, training.id().toString());
        var data = training.dataset();
        if (data != null) {
            typed.put(TrainForm.DATASET, data.id().toString());
            var suggested = work.resourcesFor(caller, training.project(), data.id(), training.options());
            ResourceFields.like(training, suggested, typed);
        }
        var weights = training.weights();
        if (weights != null) {
            typed.put(TrainForm.WEIGHTS, weights.id().toString());
        }
        installation.descriptor().roles().forEach(role -> typed.put(role.option(), ""));
        typed.putAll(training.options());
    }

    /** Says which training the form began as, as long as it does. */
    private Component note(Caller caller, Project project, Map<String, String> typed) {
        var like = typed.get(LIKE);
        if (like == null) {
            return El.div("");
        }
        var training = training(caller, project, like);
        var afresh = Head.plain(tr("train.afresh"), () -> {
            typed.clear();
            UI.getCurrent().navigate(ProjectsNavigation.project(caller.tenant(), project.id()));
        });
        return new Note(
                Tone.PLAIN,
                tr("train.like", Formats.when(training.submittedAt()), training.submittedBy()),
                El.div("mw-row", afresh));
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
