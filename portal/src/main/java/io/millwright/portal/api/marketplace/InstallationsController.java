package io.millwright.portal.api.marketplace;

import io.millwright.plugins.api.Right;
import io.millwright.plugins.host.Installation;
import io.millwright.plugins.host.Installations;
import io.millwright.plugins.host.Marketplace;
import io.millwright.plugins.host.TemplateVersion;
import io.millwright.portal.api.Answers;
import io.millwright.portal.api.Answers.Linked;
import io.millwright.portal.api.Fields;
import io.millwright.portal.api.Items;
import io.millwright.portal.api.Links;
import io.millwright.portal.api.Once;
import io.millwright.portal.api.Paging;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Ids;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tenants/{tenant}/installations")
@Tag(name = "Marketplace")
class InstallationsController {

    private final Installations installations;
    private final Marketplace marketplace;
    private final Once once;

    InstallationsController(Installations installations, Marketplace marketplace, Once once) {
        this.installations = installations;
        this.marketplace = marketplace;
        this.once = once;
    }

    @GetMapping
    @Operation(summary = "What is installed now")
    Items<InstallationView> list(Caller caller, Paging paging) {
        return paging.cut(
                installations.list(caller),
                installation -> installation.id().toString(),
                installation -> InstallationView.of(caller.tenant(), installation));
    }

    @PostMapping
    @Operation(
            summary = "Install a template",
            description = "For administrators. `consent` names exactly the rights that the version asks for; "
                    + "the newest version where none is given.")
    ResponseEntity<?> install(Caller admin, @RequestBody NewInstallation body, HttpServletRequest request) {
        var template = Fields.required("template", body.template());
        var consent = Fields.constants("consent", Right.class, body.consent());
        return once.atomically(admin, request, body, () -> {
            var version = body.version() == null ? marketplace.newest(template).version() : body.version();
            return Answers.created(
                    InstallationView.of(admin.tenant(), installations.install(admin, template, version, consent)));
        });
    }

    @GetMapping("/{installation}")
    @Operation(summary = "One installation, an ended one too")
    InstallationView get(Caller caller, @PathVariable String installation) {
        return InstallationView.of(caller.tenant(), installations.get(caller, Ids.parse("installation", installation)));
    }

    @PostMapping("/{installation}:upgrade")
    @Operation(
            summary = "Turn to a newer version",
            description = "For administrators. The newest version where none is given; `consent` as for installing.")
    InstallationView upgrade(Caller admin, @PathVariable String installation, @RequestBody AnotherVersion body) {
        var before = installations.get(admin, Ids.parse("installation", installation));
        var version =
                body.version() == null ? marketplace.newest(before.template()).version() : body.version();
        return change(admin, before, version, body);
    }

    @PostMapping("/{installation}:rollback")
    @Operation(
            summary = "Turn back to an older version",
            description =
                    "For administrators. The version before the installed one where none is given; `consent` as for "
                            + "installing.")
    InstallationView rollback(Caller admin, @PathVariable String installation, @RequestBody AnotherVersion body) {
        var before = installations.get(admin, Ids.parse("installation", installation));
        var version = body.version() == null ? versionBefore(before) : body.version();
        return change(admin, before, version, body);
    }

    private InstallationView change(Caller admin, Installation before, String version, AnotherVersion body) {
        var consent = Fields.constants("consent", Right.class, body.consent());
        return InstallationView.of(admin.tenant(), installations.changeVersion(admin, before.id(), version, consent));
    }

    private String versionBefore(Installation installation) {
        return marketplace.versions(installation.template()).stream()
                .map(TemplateVersion::version)
                .dropWhile(version -> !version.equals(installation.version()))
                .skip(1)
                .findFirst()
                .orElseThrow(() -> MillwrightException.conflict(
                        "no-older-version",
                        "The marketplace has no version of %s before %s."
                                .formatted(installation.descriptor().name(), installation.version()),
                        "Name the version to turn to."));
    }

    @PostMapping("/{installation}:uninstall")
    @Operation(
            summary = "End an installation",
            description = "For administrators. Refused while projects use it; models and results stay.")
    InstallationView uninstall(Caller admin, @PathVariable String installation) {
        return InstallationView.of(
                admin.tenant(), installations.uninstall(admin, Ids.parse("installation", installation)));
    }

    record NewInstallation(
            @Schema(example = "fraud-detection") @Nullable String template,
            @Schema(example = "0.1.0") @Nullable String version,

            @Schema(description = "The rights agreed to.", example = "[\"NATIVE_ENGINE\"]") @Nullable
            List<String> consent) {}

    record AnotherVersion(
            @Schema(example = "0.2.0") @Nullable String version,

            @Schema(description = "The rights agreed to.", example = "[\"NATIVE_ENGINE\"]") @Nullable
            List<String> consent) {}

    record InstallationView(
            String id,
            String template,
            String version,
            String name,
            String digest,
            String state,
            List<String> consent,
            boolean hasSample,
            boolean inspects,
            String installedBy,
            Instant installedAt,
            int projects,
            Map<String, String> links)
            implements Linked {

        static InstallationView of(TenantId tenant, Installation installation) {
            return new InstallationView(
                    installation.id().toString(),
                    installation.template(),
                    installation.version(),
                    installation.descriptor().name(),
                    installation.digest(),
                    installation.state().name(),
                    installation.consent().stream().map(Right::name).sorted().toList(),
                    installation.hasSample(),
                    installation.inspects(),
                    installation.installedBy(),
                    installation.installedAt(),
                    installation.projects(),
                    Links.of(tenant, "installations", installation.id())
                            .verbs("upgrade", "rollback", "uninstall")
                            .to("projects", Links.of(tenant, "projects"))
                            .map());
        }
    }
}
