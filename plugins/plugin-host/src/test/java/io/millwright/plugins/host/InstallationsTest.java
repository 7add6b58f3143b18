package io.millwright.plugins.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.plugins.api.Right;
import io.millwright.plugins.host.test.Templates;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class InstallationsTest extends HostTest {

    @Test
    void installsWithConsentToExactlyWhatIsAsked() {
        var installed = churn();

        assertThat(installed.descriptor()).isEqualTo(Templates.churn("1.0.0"));
        assertThat(installed.state()).isEqualTo(Installation.State.INSTALLED);
        assertThat(installed.consent()).isEqualTo(CHURN_RIGHTS);
        assertThat(installed.installedBy()).isEqualTo("ann");
        assertThat(installations.get(viewer, installed.id())).isEqualTo(installed);
        assertThat(installations.list(viewer)).containsExactly(installed);
        assertThat(installations.find(viewer, "churn")).contains(installed);
        assertThat(audit.actions()).containsExactly("template.installed");
        assertThat(audit.last().after()).containsEntry("version", "1.0.0").containsEntry("template", "churn");
    }

    @Test
    void missingConsentIsNamed() {
        assertRefused(
                "consent-missing",
                "NATIVE_ENGINE",
                () -> installations.install(admin, "churn", "1.0.0", Set.of(Right.PERSONAL_DATA)));
        assertThat(installations.list(admin)).isEmpty();
        assertThat(audit.actions()).isEmpty();
    }

    @Test
    void consentToMoreIsNamed() {
        assertRefused(
                "consent-unknown", "GPU", () -> installations.install(admin, "churn", "1.0.0", Set.of(Right.values())));
    }

    @Test
    void templateIsInstalledOnceInATenant() {
        churn();
        assertRefused("already-installed", "Template churn", this::churn);
        assertThat(installations
                        .install(stranger, "churn", "1.1.0", CHURN_RIGHTS)
                        .version())
                .isEqualTo("1.1.0");
    }

    @Test
    void templateWithoutItsEngineIsNotInstalled() {
        assertRefused(
                "engine-missing",
                "torch 2.7.1",
                () -> installations.install(admin, "vision", "1.0.0", Set.of(Right.GPU)));
    }

    @Test
    void templateThatIsNotOfferedIsMissing() {
        assertRefused(
                "template-version-not-found",
                "churn",
                () -> installations.install(admin, "churn", "7.0.0", CHURN_RIGHTS));
    }

    @Test
    void onlyAdministratorsInstall() {
        var installed = churn();
        assertRefused(
                "role-required",
                "Administrator",
                () -> installations.install(engineer, "churn", "1.0.0", CHURN_RIGHTS));
        assertRefused("role-required", "Administrator", () -> installations.uninstall(engineer, installed.id()));
        assertRefused(
                "role-required",
                "Administrator",
                () -> installations.changeVersion(viewer, installed.id(), "1.1.0", CHURN_RIGHTS));
    }

    @Test
    void otherTenantsSeeAndChangeNothing() {
        var installed = churn();
        assertThat(installations.list(stranger)).isEmpty();
        assertThat(installations.find(stranger, "churn")).isEmpty();
        assertRefused("installation-not-found", "", () -> installations.get(stranger, installed.id()));
        assertRefused("installation-not-found", "", () -> installations.uninstall(stranger, installed.id()));
        assertRefused("installation-not-found", "", () -> installations.get(admin, UUID.randomUUID()));
    }

    @Test
    void versionIsChangedWithConsent() {
        var installed = churn();
        assertRefused(
                "consent-missing", "", () -> installations.changeVersion(admin, installed.id(), "1.1.0", Set.of()));
        assertRefused(
                "already-installed",
                "1.0.0",
                () -> installations.changeVersion(admin, installed.id(), "1.0.0", CHURN_RIGHTS));

        var newer = installations.changeVersion(admin, installed.id(), "1.1.0", CHURN_RIGHTS);

        assertThat(newer.version()).isEqualTo("1.1.0");
        assertThat(newer.hasSample()).isTrue();
        assertThat(newer.id()).isEqualTo(installed.id());
        assertThat(audit.last().before()).containsEntry("version", "1.0.0");
        assertThat(installations
                        .changeVersion(admin, installed.id(), "1.0.0", CHURN_RIGHTS)
                        .version())
                .isEqualTo("1.0.0");
    }

    @Test
    void uninstallIsRefusedWhileAProjectUsesIt() {
        var project = project(Map.of());
        var installed = installations.get(admin, project.installation());
        assertThat(installed.projects()).isEqualTo(1);
        assertRefused("installation-in-use", "\"Leavers\"", () -> installations.uninstall(admin, installed.id()));

        projects.archive(engineer, project.id());
        var ended = installations.uninstall(admin, installed.id());

        assertThat(ended.state()).isEqualTo(Installation.State.UNINSTALLED);
        assertThat(installations.list(admin)).isEmpty();
        assertThat(installations.get(admin, installed.id())).isEqualTo(ended);
        assertThat(audit.last().action()).isEqualTo("template.uninstalled");
        assertRefused("not-installed", "not installed any more", () -> installations.uninstall(admin, installed.id()));
        assertRefused(
                "not-installed", "", () -> installations.changeVersion(admin, installed.id(), "1.1.0", CHURN_RIGHTS));
    }

    @Test
    void templateIsInstalledAgainAsANewInstallation() {
        var first = churn();
        installations.uninstall(admin, first.id());
        assertThat(churn().id()).isNotEqualTo(first.id());
    }

    @Test
    void databaseKnowsTheSameStates() {
        var definition = transactions.call(admin, () -> sql.sql(
                        "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'installation_state'")
                .query(String.class)
                .single());
        var states = Pattern.compile("'([A-Z]+)'").matcher(definition).results().map(found -> found.group(1));
        assertThat(states)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Installation.State.values())
                        .map(Enum::name)
                        .toList());
    }

    @Test
    void databaseRefusesWhatTheServiceWould() {
        var installed = churn();
        var project = projects.create(engineer, "Leavers", installed.id(), Map.of());
        refusedByDatabase("UPDATE installation SET state = 'ELSEWHERE'");
        refusedByDatabase("UPDATE installation SET consent = '{}'");
        refusedByDatabase("UPDATE installation SET state = 'UNINSTALLED', uninstalled_at = now()");
        refusedByDatabase("DELETE FROM installation");
        projects.archive(engineer, project.id());
        refusedByDatabase("UPDATE project SET state = 'ACTIVE', archived_at = NULL");
        installations.uninstall(admin, installed.id());
        refusedByDatabase("UPDATE installation SET state = 'INSTALLED', uninstalled_at = NULL");
    }

    private void refusedByDatabase(String statement) {
        assertThatThrownBy(
                        () -> transactions.run(admin, () -> sql.sql(statement).update()))
                .describedAs(statement)
                .isInstanceOf(DataAccessException.class);
    }
}
