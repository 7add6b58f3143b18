package io.millwright.plugins.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.broker.JobKind;
import io.millwright.broker.JobPriority;
import io.millwright.broker.JobRequest;
import io.millwright.broker.JobResources;
import io.millwright.plugins.host.test.FakeCatalogue;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProjectJobsTest extends HostTest {

    @Test
    void trainingPinsTemplateDataAndEveryOption() {
        var project = project(Map.of("rounds", "50"));

        projectJobs.train(
                engineer,
                new TrainingRequest(
                        project.id(),
                        FakeCatalogue.DATASET,
                        null,
                        Map.of("mode", "bold", "rate", ""),
                        7,
                        JobResources.DEFAULT,
                        JobPriority.HIGH,
                        "key-1"));

        var request = last();
        assertThat(request.kind()).isEqualTo(JobKind.TRAIN);
        assertThat(request.project()).isEqualTo(project.id());
        assertThat(request.projectName()).isEqualTo("Leavers");
        assertThat(request.template().digest()).isEqualTo("a".repeat(64));
        assertThat(request.template().version()).isEqualTo("1.0.0");
        assertThat(request.dataset().version()).isEqualTo(2);
        assertThat(request.options()).isEqualTo(Map.of("rounds", "50", "mode", "bold", "rate", "0.1"));
        assertThat(request.seed()).isEqualTo(7);
        assertThat(request.priority()).isEqualTo(JobPriority.HIGH);
        assertThat(request.idempotencyKey()).isEqualTo("key-1");
    }

    @Test
    void chosenColumnsMustBeThereAndFit() {
        var project = project(Map.of("column.label", "gone"));
        projectJobs.train(engineer, TrainingRequest.of(project.id(), FakeCatalogue.DATASET));
        assertThat(last().options()).containsEntry("column.label", "gone");

        projects.changeOptions(engineer, project.id(), Map.of("column.label", "left"));
        assertRefused(
                "column-unfit",
                "no column \"left\", which was chosen as Label",
                () -> projectJobs.train(engineer, TrainingRequest.of(project.id(), FakeCatalogue.DATASET)));
        projects.changeOptions(engineer, project.id(), Map.of("column.label", "city"));
        assertRefused(
                "column-unfit",
                "\"city\" holds text",
                () -> projectJobs.train(engineer, TrainingRequest.of(project.id(), FakeCatalogue.DATASET)));
    }

    @Test
    void gpuIsForTemplatesThatAskedForIt() {
        var project = project(Map.of());
        var oneGpu = new JobResources(1, 1, 2L << 30, JobResources.DEFAULT.limit());
        assertRefused(
                "right-missing",
                "did not ask for a GPU",
                () -> projectJobs.train(
                        engineer,
                        new TrainingRequest(
                                project.id(),
                                FakeCatalogue.DATASET,
                                1,
                                Map.of(),
                                1,
                                oneGpu,
                                JobPriority.NORMAL,
                                null)));
    }

    @Test
    void wrongRequestsAreRefused() {
        var project = project(Map.of());
        assertRefused(
                "dataset-not-found",
                "",
                () -> projectJobs.train(engineer, TrainingRequest.of(project.id(), UUID.randomUUID())));
        assertRefused(
                "project-not-found",
                "",
                () -> projectJobs.train(stranger, TrainingRequest.of(project.id(), FakeCatalogue.DATASET)));
        assertRefused(
                "role-required",
                "Engineer",
                () -> projectJobs.train(viewer, TrainingRequest.of(project.id(), FakeCatalogue.DATASET)));
        projects.archive(engineer, project.id());
        assertRefused(
                "project-archived",
                "",
                () -> projectJobs.train(engineer, TrainingRequest.of(project.id(), FakeCatalogue.DATASET)));
        assertThat(catalogue.requests).isEmpty();
    }

    @Test
    void scoringTakesTheNewestModelAndItsOptions() {
        var project = project(Map.of("rounds", "50"));
        assertRefused(
                "model-missing",
                "has no model yet",
                () -> projectJobs.score(engineer, ScoringRequest.of(project.id(), FakeCatalogue.DATASET)));
        var model = catalogue.train(project.id(), "churn", "1.0.0", Map.of("rounds", "60", "gone-option", "1"));

        projectJobs.score(engineer, ScoringRequest.of(project.id(), FakeCatalogue.DATASET));

        assertThat(last().kind()).isEqualTo(JobKind.SCORE);
        assertThat(last().model().id()).isEqualTo(model.id());
        assertThat(last().model().version()).isEqualTo(3);
        assertThat(last().options()).isEqualTo(Map.of("rounds", "60", "mode", "normal", "rate", "0.1"));
        assertThat(last().seed()).isEqualTo(17);
    }

    @Test
    void modelsThatDoNotFitAreRefused() {
        var project = project(Map.of());
        catalogue.train(project.id(), "churn", "1.0.1", Map.of());
        assertRefused(
                "model-newer",
                "made by version 1.0.1",
                () -> projectJobs.score(engineer, ScoringRequest.of(project.id(), FakeCatalogue.DATASET)));
        catalogue.train(project.id(), "vision", "1.0.0", Map.of());
        assertRefused(
                "model-of-another-template",
                "made by the template vision",
                () -> projectJobs.score(engineer, ScoringRequest.of(project.id(), FakeCatalogue.DATASET)));
    }

    @Test
    void sampleIsGeneratedWhereThereIsOne() {
        var project = project(Map.of());
        assertRefused("no-sample", "", () -> projectJobs.generateSample(engineer, project.id(), null));

        installations.changeVersion(admin, project.installation(), "1.1.0", CHURN_RIGHTS);
        projectJobs.generateSample(engineer, project.id(), "key-2");

        assertThat(last().kind()).isEqualTo(JobKind.SAMPLE);
        assertThat(last().template().version()).isEqualTo("1.1.0");
        assertThat(last().dataset()).isNull();
    }

    @Test
    void trainingMayStartFromWeights() {
        var project = project(Map.of());
        var like = TrainingRequest.of(project.id(), FakeCatalogue.DATASET);
        projectJobs.train(engineer, from(like, FakeCatalogue.WEIGHTS));
        assertThat(last().weights().id()).isEqualTo(FakeCatalogue.WEIGHTS);
        assertThat(last().weights().version()).isEqualTo(2);
        assertRefused(
                "dataset-unfit",
                "is a table; a training starts from a file of weights",
                () -> projectJobs.train(engineer, from(like, FakeCatalogue.DATASET)));
        assertRefused(
                "dataset-unfit",
                "is a file of weights; Template churn works on a table",
                () -> projectJobs.train(engineer, TrainingRequest.of(project.id(), FakeCatalogue.WEIGHTS)));
        assertRefused("dataset-not-found", "", () -> projectJobs.train(engineer, from(like, UUID.randomUUID())));
        projectJobs.train(engineer, like);
        assertThat(last().weights()).isNull();
    }

    private static TrainingRequest from(TrainingRequest like, UUID weights) {
        return new TrainingRequest(
                like.project(),
                like.dataset(),
                null,
                weights,
                null,
                like.options(),
                like.seed(),
                like.resources(),
                like.priority(),
                null);
    }

    @Test
    void inspectionIsLightAndGoesFirst() {
        var project = project(Map.of("rounds", "50"));
        var request = InspectionRequest.of(project.id(), FakeCatalogue.DATASET);
        assertRefused("no-inspection", "does not look at data", () -> projectJobs.inspect(engineer, request));

        installations.changeVersion(admin, project.installation(), "1.1.0", CHURN_RIGHTS);
        assertRefused("role-required", "Engineer", () -> projectJobs.inspect(viewer, request));
        var job = projectJobs.inspect(engineer, request);

        assertThat(last().kind()).isEqualTo(JobKind.INSPECT);
        assertThat(last().priority()).isEqualTo(JobPriority.HIGH);
        assertThat(last().resources().cpus()).isEqualTo(1);
        assertThat(last().resources().memoryBytes()).isLessThan(JobResources.DEFAULT.memoryBytes());
        assertThat(last().options()).containsEntry("rounds", "50");
        var understood = projectJobs.understanding(engineer, job).orElseThrow();
        assertThat(understood.task()).isEqualTo("Find who leaves");
        assertThat(understood.facts().keySet()).containsExactly("Rows", "Period");
        assertThat(understood.notes()).singleElement().satisfies(note -> assertThat(note.text())
                .isEqualTo("Few rows."));
        assertThat(understood.estimates()).singleElement().satisfies(estimate -> assertThat(estimate.seconds())
                .isEqualTo(1.5));
        assertThat(projectJobs.resourcesFor(engineer, project.id(), FakeCatalogue.DATASET, Map.of()))
                .isEqualTo(JobResources.DEFAULT);
        var training = projectJobs.train(engineer, TrainingRequest.of(project.id(), FakeCatalogue.DATASET));
        assertThat(projectJobs.understanding(engineer, training)).isEmpty();
    }

    @Test
    void trainingAgainAsksForTheSame() {
        var project = project(Map.of("rounds", "50"));
        var first = projectJobs.train(engineer, TrainingRequest.of(project.id(), FakeCatalogue.DATASET));
        var request = last();
        projects.changeOptions(engineer, project.id(), Map.of());
        installations.changeVersion(admin, project.installation(), "1.1.0", CHURN_RIGHTS);

        projectJobs.trainAgain(engineer, first, null);

        assertThat(last()).isEqualTo(request);
        var sample = projectJobs.generateSample(engineer, project.id(), null);
        assertRefused("not-a-training", "", () -> projectJobs.trainAgain(engineer, sample, null));
    }

    private JobRequest last() {
        return catalogue.requests.getLast();
    }
}
