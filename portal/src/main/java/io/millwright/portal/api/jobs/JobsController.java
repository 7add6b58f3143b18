package io.millwright.portal.api.jobs;

import io.millwright.broker.JobFilter;
import io.millwright.broker.JobKind;
import io.millwright.broker.JobState;
import io.millwright.broker.Jobs;
import io.millwright.plugins.api.Understanding;
import io.millwright.plugins.host.ProjectJobs;
import io.millwright.portal.api.Answers;
import io.millwright.portal.api.Fields;
import io.millwright.portal.api.Items;
import io.millwright.portal.api.Once;
import io.millwright.portal.api.Paging;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Ids;
import io.millwright.tenancy.MillwrightException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/tenants/{tenant}/jobs")
@Tag(name = "Jobs")
class JobsController {

    private final Jobs jobs;
    private final ProjectJobs projects;
    private final Submission submission;
    private final Once once;
    private final JsonMapper json;

    JobsController(Jobs jobs, ProjectJobs projects, Submission submission, Once once, JsonMapper json) {
        this.jobs = jobs;
        this.projects = projects;
        this.submission = submission;
        this.once = once;
        this.json = json;
    }

    @GetMapping
    @Operation(summary = "Jobs, newest first", description = "`state` and `kind` may be given more than once.")
    Items<JobView> list(
            Caller caller,
            Paging paging,
            @RequestParam(required = false) @Nullable String project,
            @RequestParam(required = false) @Nullable List<String> state,
            @RequestParam(required = false) @Nullable List<String> kind,
            @RequestParam(defaultValue = "") String search) {
        var filter = new JobFilter(
                project == null ? null : Ids.parse("project", project),
                Fields.constants("state", JobState.class, state),
                Fields.constants("kind", JobKind.class, kind),
                search);
        var page = jobs.list(caller, filter, paging.after(), paging.limit());
        return Items.of(page.items(), page.next(), JobView::of);
    }

    @PostMapping
    @Operation(
            summary = "Train, score, inspect data, or let the template make a sample",
            description = "For engineers. Answers at once; the job then waits for its place on the cluster. "
                    + "Ask for it again, or follow `links.events`, until its state is SUCCEEDED, FAILED or CANCELLED.")
    ResponseEntity<?> submit(Caller engineer, @RequestBody NewJob body, HttpServletRequest request) {
        return once.atomically(
                engineer,
                request,
                body,
                () -> Answers.accepted(JobView.of(jobs.get(engineer, submission.submit(engineer, body)))));
    }

    @GetMapping("/{job}")
    @Operation(summary = "One job: where it stands, and why")
    JobView get(Caller caller, @PathVariable String job) {
        return JobView.of(jobs.get(caller, id(job)));
    }

    @GetMapping("/{job}/understanding")
    @Operation(
            summary = "What an inspection understood of its dataset",
            description = "Not found for other jobs, and until the inspection has succeeded.")
    Understanding understanding(Caller caller, @PathVariable String job) {
        return projects.understanding(caller, id(job))
                .orElseThrow(() -> MillwrightException.missing("understanding of job", job));
    }

    @GetMapping("/{job}/report")
    @Operation(
            summary = "What the template says about the rows that a scoring scored",
            description =
                    "With figures and charts, as in the `report` of a model's version. Not found for other jobs, until "
                            + "the scoring has succeeded, and where the template says nothing.")
    JsonNode report(Caller caller, @PathVariable String job) {
        return jobs.report(caller, id(job))
                .map(json::readTree)
                .orElseThrow(() -> MillwrightException.missing("report of job", job));
    }

    @GetMapping("/{job}/trials")
    @Operation(
            summary = "What a training has tried so far",
            description = "All of them, by number; none for most jobs.")
    Items<TrialView> trials(Caller caller, @PathVariable String job) {
        return Items.of(jobs.trials(caller, id(job)), null, TrialView::of);
    }

    @PostMapping("/{job}:cancel")
    @Operation(summary = "Stop a job", description = "For engineers. A final one stays as it is.")
    JobView cancel(
            Caller engineer, @PathVariable String job, @RequestBody(required = false) @Nullable Cancellation body) {
        var reason = body == null || body.reason() == null ? "" : body.reason();
        return JobView.of(jobs.cancel(engineer, id(job), reason));
    }

    static UUID id(String job) {
        return Ids.parse("job", job);
    }

    record Cancellation(
            @Schema(example = "Wrong dataset") @Nullable String reason) {}
}
