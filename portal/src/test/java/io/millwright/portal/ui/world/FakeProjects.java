package io.millwright.portal.ui.world;

import io.millwright.broker.JobKind;
import io.millwright.broker.JobResources;
import io.millwright.plugins.api.Understanding;
import io.millwright.plugins.host.InspectionRequest;
import io.millwright.plugins.host.Project;
import io.millwright.plugins.host.ProjectJobs;
import io.millwright.plugins.host.Projects;
import io.millwright.plugins.host.ScoringRequest;
import io.millwright.plugins.host.TrainingRequest;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Projects in memory; what they were asked to do is kept for tests to look at. */
public final class FakeProjects implements Projects, ProjectJobs {

    private final World world;
    public final List<TrainingRequest> trainings = new ArrayList<>();
    public final List<ScoringRequest> scorings = new ArrayList<>();

    FakeProjects(World world) {
        this.world = world;
    }

    @Override
    public Project create(Caller engineer, String name, UUID installation, Map<String, String> options) {
        engineer.require(Role.ENGINEER);
        if (world.projects.stream().anyMatch(project -> project.name().equals(name))) {
            throw MillwrightException.conflict(
                    "project-name-taken", "There is a project \"%s\" already.".formatted(name), "Choose another name.");
        }
        var project = new Project(
                World.id("project " + name),
                name,
                installation,
                "fraud-detection",
                options,
                Project.State.ACTIVE,
                engineer.user(),
                Instant.now());
        world.projects.add(project);
        return project;
    }

    @Override
    public List<Project> list(Caller caller) {
        return World.seenBy(caller.tenant(), world.projects);
    }

    @Override
    public List<Project> archived(Caller caller) {
        return List.of();
    }

    @Override
    public Project get(Caller caller, UUID project) {
        return list(caller).stream()
                .filter(one -> one.id().equals(project))
                .findFirst()
                .orElseThrow(() -> MillwrightException.missing("project", project.toString()));
    }

    @Override
    public Project rename(Caller engineer, UUID project, String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Project changeOptions(Caller engineer, UUID project, Map<String, String> options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Project archive(Caller engineer, UUID project) {
        var found = get(engineer, project);
        world.projects.remove(found);
        return found;
    }

    @Override
    public UUID train(Caller engineer, TrainingRequest request) {
        engineer.require(Role.ENGINEER);
        trainings.add(request);
        return World.id("running");
    }

    @Override
    public UUID score(Caller engineer, ScoringRequest request) {
        engineer.require(Role.ENGINEER);
        scorings.add(request);
        return World.id("running");
    }

    @Override
    public UUID generateSample(Caller engineer, UUID project, @Nullable String key) {
        return World.id("running");
    }

    @Override
    public UUID inspect(Caller engineer, InspectionRequest request) {
        return World.id("inspected");
    }

    @Override
    public Optional<Understanding> understanding(Caller caller, UUID job) {
        return world.jobs.stream().anyMatch(one -> one.id().equals(job) && one.kind() == JobKind.INSPECT)
                ? Optional.of(FraudStory.UNDERSTOOD)
                : Optional.empty();
    }

    @Override
    public JobResources resourcesFor(Caller engineer, UUID project, UUID dataset, Map<String, String> options) {
        var best = options.getOrDefault("preset", "").equals("best");
        return new JobResources(best ? 4 : 2, 0, best ? 11L << 29 : 3L << 30, Duration.ofHours(best ? 9 : 2));
    }

    @Override
    public UUID trainAgain(Caller engineer, UUID job, @Nullable String key) {
        return World.id("running");
    }
}
