package io.millwright.plugins.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ProjectsTest extends HostTest {

    @Test
    void projectBeginsWithItsOptions() {
        var project = project(Map.of("rounds", "50", "column.label", "gone", "rate", " "));

        assertThat(project.options())
                .containsExactlyInAnyOrderEntriesOf(Map.of("rounds", "50", "column.label", "gone"));
        assertThat(project.template()).isEqualTo("churn");
        assertThat(project.createdBy()).isEqualTo("eve");
        assertThat(projects.get(viewer, project.id())).isEqualTo(project);
        assertThat(projects.list(viewer)).containsExactly(project);
        assertThat(audit.actions()).containsExactly("template.installed", "project.created");
    }

    @Test
    void administratorsMayDoWhatEngineersMay() {
        var installed = churn();
        assertThat(projects.create(admin, "Leavers", installed.id(), Map.of()).createdBy())
                .isEqualTo("ann");
        assertRefused("role-required", "Engineer", () -> projects.create(viewer, "Others", installed.id(), Map.of()));
    }

    @Test
    void everyWrongOptionIsNamed() {
        assertRefused(
                "option-invalid",
                "rounds: Rounds lies between 1 and 1000.",
                () -> project(Map.of("rounds", "0", "mode", "wild")));
        assertRefused(
                "option-invalid",
                "mode: Mode is one of: normal, bold.",
                () -> project(Map.of("rounds", "0", "mode", "wild")));
        assertRefused("option-invalid", "no option \"colour\"", () -> project(Map.of("colour", "red")));
        assertRefused("option-invalid", "column.nobody", () -> project(Map.of("column.nobody", "gone")));
        assertThat(projects.list(engineer)).isEmpty();
    }

    @Test
    void namesAreTidyAndTakenOnce() {
        var project = project(Map.of());
        var installation = project.installation();
        assertRefused(
                "project-name-taken",
                "\"leavers\"",
                () -> projects.create(engineer, "leavers ", installation, Map.of()));
        for (var name : new String[] {"", "   ", "a\nb", "x".repeat(Project.MAX_NAME + 1)}) {
            assertRefused("project-name-invalid", "", () -> projects.create(engineer, name, installation, Map.of()));
        }
        var other = projects.create(engineer, "  Stayers ", installation, Map.of());
        assertThat(other.name()).isEqualTo("Stayers");
        assertRefused("project-name-taken", "", () -> projects.rename(engineer, other.id(), "LEAVERS"));
        assertThat(projects.rename(engineer, other.id(), "Stayers 2").name()).isEqualTo("Stayers 2");
        assertThat(audit.last().before()).containsEntry("name", "Stayers");
    }

    @Test
    void archivedProjectRestsAndGivesItsNameBack() {
        var project = project(Map.of());
        var archived = projects.archive(engineer, project.id());

        assertThat(archived.state()).isEqualTo(Project.State.ARCHIVED);
        assertThat(projects.list(engineer)).isEmpty();
        assertThat(projects.archived(engineer)).containsExactly(archived);
        assertRefused("project-archived", "Leavers", () -> projects.rename(engineer, project.id(), "Other"));
        assertRefused("project-archived", "Leavers", () -> projects.archive(engineer, project.id()));
        assertRefused("project-archived", "Leavers", () -> projects.changeOptions(engineer, project.id(), Map.of()));
        assertThat(project(Map.of()).name()).isEqualTo("Leavers");
    }

    @Test
    void optionsAreReplaced() {
        var project = project(Map.of("rounds", "50"));
        var changed = projects.changeOptions(engineer, project.id(), Map.of("rate", "0.5"));

        assertThat(changed.options()).isEqualTo(Map.of("rate", "0.5"));
        assertThat(audit.last().action()).isEqualTo("project.options-changed");
        assertRefused(
                "option-invalid", "rate", () -> projects.changeOptions(engineer, project.id(), Map.of("rate", "fast")));
    }

    @Test
    void changeToTheSameIsNoNews() {
        var project = project(Map.of("rounds", "50"));
        audit.clear();
        projects.changeOptions(engineer, project.id(), Map.of("rounds", "50"));
        assertThat(audit.actions()).isEmpty();
    }

    @Test
    void endedInstallationTakesNoProjects() {
        var installed = churn();
        installations.uninstall(admin, installed.id());
        assertRefused(
                "not-installed",
                "Template churn",
                () -> projects.create(engineer, "Leavers", installed.id(), Map.of()));
    }

    @Test
    void otherTenantsSeeAndChangeNothing() {
        var project = project(Map.of());
        assertThat(projects.list(stranger)).isEmpty();
        assertRefused("project-not-found", "", () -> projects.get(stranger, project.id()));
        assertRefused("project-not-found", "", () -> projects.rename(stranger, project.id(), "Mine"));
        assertRefused("project-not-found", "", () -> projects.archive(stranger, project.id()));
        assertRefused("project-not-found", "", () -> projects.get(engineer, UUID.randomUUID()));
        assertRefused(
                "installation-not-found",
                "",
                () -> projects.create(stranger, "Mine", project.installation(), Map.of()));
        assertThat(projects.get(engineer, project.id())).isEqualTo(project);
    }

    /** Beginning a project and uninstalling its template at once: one of them wins, and never both. */
    @Test
    void projectAndUninstallNeverBothWin() throws Exception {
        for (var round = 0; round < 20; round++) {
            var installed = churn();
            var start = new CountDownLatch(1);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var begun = threads.submit(() -> {
                    start.await();
                    return projects.create(engineer, "Leavers", installed.id(), Map.of());
                });
                var ended = threads.submit(() -> {
                    start.await();
                    return installations.uninstall(admin, installed.id());
                });
                start.countDown();
                var outcomes = new boolean[] {succeeded(begun), succeeded(ended)};
                assertThat(outcomes[0]).isNotEqualTo(outcomes[1]);
            }
            projects.list(engineer).forEach(project -> projects.archive(engineer, project.id()));
            installations.find(admin, "churn").ifPresent(left -> installations.uninstall(admin, left.id()));
        }
    }

    private static boolean succeeded(java.util.concurrent.Future<?> outcome) throws InterruptedException {
        try {
            outcome.get();
            return true;
        } catch (java.util.concurrent.ExecutionException refused) {
            assertThat(refused).cause().isInstanceOf(io.millwright.tenancy.MillwrightException.class);
            return false;
        }
    }
}
