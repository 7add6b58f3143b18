package io.millwright.plugins.host.internal;

import io.millwright.governance.datasets.DatasetId;
import io.millwright.governance.datasets.DatasetVersion;
import io.millwright.governance.datasets.Datasets;
import io.millwright.governance.models.ModelVersion;
import io.millwright.governance.models.Models;
import io.millwright.plugins.api.DataKind;
import io.millwright.plugins.api.TemplateDescriptor;
import io.millwright.plugins.host.Installation;
import io.millwright.plugins.host.Project;
import io.millwright.plugins.host.ScoringRequest;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pf4j.DefaultVersionManager;

/** Finds the versions of datasets and models that a request means. */
final class JobInputs {

    private final Datasets datasets;
    private final Models models;

    JobInputs(Datasets datasets, Models models) {
        this.datasets = datasets;
        this.models = models;
    }

    /**
     * What a template is to work on.
     *
     * @param version the newest when null
     * @throws MillwrightException with code {@code dataset-unfit} when it is of another kind than the template works on
     */
    DatasetVersion dataset(Caller caller, TemplateDescriptor template, UUID dataset, @Nullable Integer version) {
        return ofKind(template.data(), template.name() + " works on", find(caller, dataset, version));
    }

    /** What a training starts from. */
    DatasetVersion weights(Caller caller, UUID dataset, @Nullable Integer version) {
        return ofKind(DataKind.WEIGHTS, "a training starts from", find(caller, dataset, version));
    }

    private DatasetVersion find(Caller caller, UUID dataset, @Nullable Integer version) {
        var id = new DatasetId(dataset);
        return version == null ? datasets.get(caller, id).latest() : datasets.version(caller, id, version);
    }

    private static DatasetVersion ofKind(DataKind wanted, String who, DatasetVersion dataset) {
        if (!dataset.kind().name().equals(wanted.name())) {
            throw MillwrightException.user(
                    "dataset-unfit",
                    "\"%s\" version %d is %s; %s %s."
                            .formatted(
                                    dataset.datasetName(),
                                    dataset.number(),
                                    words(DataKind.valueOf(dataset.kind().name())),
                                    who,
                                    words(wanted)),
                    "Choose a dataset that is " + words(wanted) + ".");
        }
        return dataset;
    }

    private static String words(DataKind kind) {
        return switch (kind) {
            case TABLE -> "a table";
            case IMAGES -> "a set of images";
            case WEIGHTS -> "a file of weights";
        };
    }

    /**
     * The model that a scoring names, else the project's own.
     *
     * @throws MillwrightException when there is none, or the installed template cannot use it
     */
    ModelVersion model(Caller caller, ScoringRequest request, Project project, Installation installation) {
        var wanted = request.model();
        var model = wanted == null
                ? models.ofProject(caller, project.id())
                        .orElseThrow(() -> MillwrightException.conflict(
                                "model-missing",
                                "The project \"%s\" has no model yet.".formatted(project.name()),
                                "Train one first."))
                : models.get(caller, wanted);
        var number = request.modelVersion();
        var version = number == null ? model.latest() : models.version(caller, model.id(), number);
        checkFits(version, installation);
        return version;
    }

    private static void checkFits(ModelVersion model, Installation installation) {
        if (!model.template().id().equals(installation.template())) {
            throw MillwrightException.conflict(
                    "model-of-another-template",
                    "The model \"%s\" was made by the template %s, not by %s."
                            .formatted(model.modelName(), model.template().id(), installation.template()),
                    "Choose a model of this project's template.");
        }
        var versions = new DefaultVersionManager();
        if (versions.compareVersions(model.template().version(), installation.version()) > 0) {
            throw MillwrightException.conflict(
                    "model-newer",
                    "Version %d of the model \"%s\" was made by version %s of the template; installed is %s."
                            .formatted(
                                    model.number(),
                                    model.modelName(),
                                    model.template().version(),
                                    installation.version()),
                    "Install the newer version of the template, or choose an older version of the model.");
        }
    }
}
