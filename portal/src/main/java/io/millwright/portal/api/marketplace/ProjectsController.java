package io.millwright.portal.api.marketplace;

import io.millwright.plugins.host.Project;
import io.millwright.plugins.host.Projects;
import io.millwright.portal.api.Answers;
import io.millwright.portal.api.Answers.Linked;
import io.millwright.portal.api.Fields;
import io.millwright.portal.api.Items;
import io.millwright.portal.api.Links;
import io.millwright.portal.api.Once;
import io.millwright.portal.api.OptionFields;
import io.millwright.portal.api.Paging;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Ids;
import io.millwright.tenancy.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tenants/{tenant}/projects")
@Tag(name = "Projects")
class ProjectsController {

    private final Projects projects;
    private final Once once;

    ProjectsController(Projects projects, Once once) {
        this.projects = projects;
        this.once = once;
    }

    @GetMapping
    @Operation(summary = "Projects, newest first", description = "With `archived=true` those that were put away.")
    Items<ProjectView> list(Caller caller, Paging paging, @RequestParam(defaultValue = "false") boolean archived) {
        return paging.cut(
                archived ? projects.archived(caller) : projects.list(caller),
                project -> project.id().toString(),
                project -> ProjectView.of(caller.tenant(), project));
    }

    @PostMapping
    @Operation(
            summary = "Begin a project: one use of one installed template",
            description =
                    "For engineers. `options` sets what differs from the template's defaults; `column.<role>` names a column.")
    ResponseEntity<?> create(Caller engineer, @RequestBody NewProject body, HttpServletRequest request) {
        var name = Fields.required("name", body.name());
        var installation = Ids.parse("installation", Fields.required("installation", body.installation()));
        return once.atomically(
                engineer,
                request,
                body,
                () -> Answers.created(ProjectView.of(
                        engineer.tenant(),
                        projects.create(engineer, name, installation, OptionFields.text(body.options())))));
    }

    @GetMapping("/{project}")
    @Operation(summary = "One project")
    ProjectView get(Caller caller, @PathVariable String project) {
        return ProjectView.of(caller.tenant(), projects.get(caller, id(project)));
    }

    @PatchMapping("/{project}")
    @Operation(
            summary = "Rename a project or replace its options",
            description = "For engineers. Jobs that were submitted keep the options they had.")
    ProjectView change(Caller engineer, @PathVariable String project, @RequestBody ProjectChange body) {
        var id = id(project);
        if (body.options() != null) {
            projects.changeOptions(engineer, id, OptionFields.text(body.options()));
        }
        if (body.name() != null) {
            projects.rename(engineer, id, body.name());
        }
        return ProjectView.of(engineer.tenant(), projects.get(engineer, id));
    }

    @PostMapping("/{project}:archive")
    @Operation(summary = "Put a project away", description = "For engineers. Its models and jobs stay.")
    ProjectView archive(Caller engineer, @PathVariable String project) {
        return ProjectView.of(engineer.tenant(), projects.archive(engineer, id(project)));
    }

    private static UUID id(String project) {
        return Ids.parse("project", project);
    }

    record NewProject(
            @Schema(example = "Card fraud, EU") @Nullable String name,

            @Schema(example = "0198c0de-0000-7000-8000-000000000001") @Nullable
            String installation,

            @Schema(example = "{\"column.label\": \"fraud\"}") @Nullable
            Map<String, @Nullable Object> options) {}

    record ProjectChange(
            @Schema(example = "Card fraud, EU and UK") @Nullable
            String name,

            @Nullable Map<String, @Nullable Object> options) {}

    record ProjectView(
            String id,
            String name,
            String installation,
            String template,
            Map<String, String> options,
            String state,
            String createdBy,
            Instant createdAt,
            Map<String, String> links)
            implements Linked {

        static ProjectView of(TenantId tenant, Project project) {
            return new ProjectView(
                    project.id().toString(),
                    project.name(),
                    project.installation().toString(),
                    project.template(),
                    project.options(),
                    project.state().name(),
                    project.createdBy(),
                    project.createdAt(),
                    Links.of(tenant, "projects", project.id())
                            .verbs("archive")
                            .to("installation", Links.of(tenant, "installations", project.installation()))
                            .to("jobs", Links.at(Links.of(tenant, "jobs").self() + "?project=" + project.id()))
                            .map());
        }
    }
}
