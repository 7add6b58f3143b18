package io.millwright.portal.api.models;

import io.millwright.broker.Jobs;
import io.millwright.governance.models.ModelVersion;
import io.millwright.governance.models.Models;
import io.millwright.plugins.host.ProjectJobs;
import io.millwright.portal.api.Answers;
import io.millwright.portal.api.Once;
import io.millwright.portal.api.jobs.JobView;
import io.millwright.portal.api.models.ModelViews.VersionView;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Ids;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people decide about a model version. */
@RestController
@RequestMapping("/api/v1/tenants/{tenant}/models/{model}/versions")
@Tag(name = "Models")
class StagesController {

    private final Models models;
    private final ProjectJobs projects;
    private final Jobs jobs;
    private final ModelViews views;
    private final Once once;

    StagesController(Models models, ProjectJobs projects, Jobs jobs, ModelViews views, Once once) {
        this.models = models;
        this.projects = projects;
        this.jobs = jobs;
        this.views = views;
        this.once = once;
    }

    @PostMapping("/{version}:submit")
    @Operation(summary = "Ask for approval", description = "For engineers. DRAFT to PENDING_REVIEW.")
    VersionView submit(
            Caller caller,
            @PathVariable String model,
            @PathVariable int version,
            @RequestBody(required = false) @Nullable Reason body) {
        return decide(caller, model, version, body, models::submit);
    }

    @PostMapping("/{version}:approve")
    @Operation(
            summary = "Approve",
            description = "For approvers other than who submitted it. PENDING_REVIEW to APPROVED.")
    VersionView approve(
            Caller caller,
            @PathVariable String model,
            @PathVariable int version,
            @RequestBody(required = false) @Nullable Reason body) {
        return decide(caller, model, version, body, models::approve);
    }

    @PostMapping("/{version}:reject")
    @Operation(
            summary = "Reject, with a reason",
            description = "For approvers other than who submitted it. PENDING_REVIEW to REJECTED.")
    VersionView reject(
            Caller caller,
            @PathVariable String model,
            @PathVariable int version,
            @RequestBody(required = false) @Nullable Reason body) {
        return decide(caller, model, version, body, models::reject);
    }

    @PostMapping("/{version}:archive")
    @Operation(summary = "Put a version away", description = "For engineers.")
    VersionView archive(
            Caller caller,
            @PathVariable String model,
            @PathVariable int version,
            @RequestBody(required = false) @Nullable Reason body) {
        return decide(caller, model, version, body, models::archive);
    }

    @PostMapping("/{version}:retrain")
    @Operation(
            summary = "Train again like this",
            description =
                    "For engineers. A job with the same template version, data, options and seed; its figures are the same.")
    ResponseEntity<?> retrain(
            Caller caller, @PathVariable String model, @PathVariable int version, HttpServletRequest request) {
        var job = find(caller, model, version).job();
        return once.atomically(
                caller,
                request,
                Map.of(),
                () -> Answers.accepted(JobView.of(jobs.get(caller, projects.trainAgain(caller, job, null)))));
    }

    private VersionView decide(Caller caller, String model, int version, @Nullable Reason body, Decision decision) {
        var reason = body == null || body.reason() == null ? "" : body.reason();
        return views.version(
                caller, decision.take(caller, find(caller, model, version).id(), reason));
    }

    private ModelVersion find(Caller caller, String model, int version) {
        return models.version(caller, Ids.parse("model", model), version);
    }

    private interface Decision {
        ModelVersion take(Caller caller, UUID version, String reason);
    }

    record Reason(
            @Schema(example = "Beats the rules in use at the same number of alerts") @Nullable
            String reason) {}
}
