package io.millwright.portal.api.models;

import io.millwright.governance.datasets.Datasets;
import io.millwright.governance.models.Model;
import io.millwright.governance.models.ModelVersion;
import io.millwright.governance.models.Models;
import io.millwright.portal.api.Links;
import io.millwright.tenancy.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Models as the API shows them. */
@Component
class ModelViews {

    private final Datasets datasets;
    private final Models models;
    private final JsonMapper json;

    ModelViews(Datasets datasets, Models models, JsonMapper json) {
        this.datasets = datasets;
        this.models = models;
        this.json = json;
    }

    ModelView model(Caller caller, Model model) {
        var tenant = caller.tenant();
        var links = Links.of(tenant, "models", model.id())
                .below("versions")
                .to("project", Links.of(tenant, "projects", model.project()))
                .to(
                        "latest",
                        Links.of(
                                tenant,
                                "models",
                                model.id(),
                                "versions",
                                model.latest().number()));
        return new ModelView(
                model.id().toString(),
                model.name(),
                model.project().toString(),
                model.latest().number(),
                model.latest().stage().name(),
                new TreeMap<>(model.latest().metrics()),
                model.approved() == null ? null : model.approved().number(),
                model.createdAt(),
                links.map());
    }

    VersionView version(Caller caller, ModelVersion version) {
        return version(caller, version, models.report(caller, version.id()));
    }

    /** With the report without its charts. */
    VersionView listed(Caller caller, ModelVersion version) {
        return version(caller, version, version.summaryJson());
    }

    private VersionView version(Caller caller, ModelVersion version, String report) {
        var tenant = caller.tenant();
        var data = datasets.version(caller, version.datasetVersion());
        var links = Links.of(tenant, "models", version.model(), "versions", version.number())
                .below("card", "artifact")
                .verbs("submit", "approve", "reject", "archive", "retrain")
                .to("model", Links.of(tenant, "models", version.model()))
                .to("job", Links.of(tenant, "jobs", version.job()))
                .to("project", Links.of(tenant, "projects", version.project()))
                .to("dataset", Links.of(tenant, "datasets", data.dataset(), "versions", data.number()));
        return new VersionView(
                version.id().toString(),
                version.model().toString(),
                version.modelName(),
                version.project().toString(),
                version.number(),
                version.stage().name(),
                new TreeMap<>(version.metrics()),
                version.job().toString(),
                data.dataset().toString(),
                data.number(),
                version.template().id(),
                version.template().version(),
                version.template().digest(),
                version.digest(),
                version.options(),
                version.seed(),
                version.environment(),
                version.files().stream()
                        .map(file -> new FileView(
                                file.name(),
                                file.object().digest(),
                                file.object().size()))
                        .toList(),
                version.size(),
                json.readTree(report),
                version.createdAt(),
                version.createdBy(),
                version.submittedBy(),
                version.submittedAt(),
                version.decidedBy(),
                version.decidedAt(),
                version.decisionReason(),
                links.map());
    }

    /** A model with the facts of its newest version. */
    record ModelView(
            String id,
            String name,
            String project,
            int version,
            String stage,
            Map<String, Double> metrics,
            @Nullable Integer approvedVersion,
            Instant createdAt,
            Map<String, String> links) {}

    /** One version; {@code digest} names the content of all its files. */
    record VersionView(
            String id,
            String model,
            String modelName,
            String project,
            int version,
            String stage,
            Map<String, Double> metrics,
            String job,
            String dataset,
            int datasetVersion,
            String template,
            String templateVersion,
            String templateDigest,
            String digest,
            Map<String, String> options,
            long seed,
            Map<String, String> environment,
            List<FileView> files,
            long size,
            JsonNode report,
            Instant createdAt,
            String createdBy,
            @Nullable String submittedBy,
            @Nullable Instant submittedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String decisionReason,
            Map<String, String> links) {}

    record FileView(String name, String digest, long size) {}
}
