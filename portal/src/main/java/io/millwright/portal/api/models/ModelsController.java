package io.millwright.portal.api.models;

import io.millwright.governance.models.Models;
import io.millwright.portal.api.Download;
import io.millwright.portal.api.Items;
import io.millwright.portal.api.Paging;
import io.millwright.portal.api.models.ModelViews.ModelView;
import io.millwright.portal.api.models.ModelViews.VersionView;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Ids;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tenants/{tenant}/models")
@Tag(name = "Models")
class ModelsController {

    private final Models models;
    private final ModelViews views;

    ModelsController(Models models, ModelViews views) {
        this.models = models;
        this.views = views;
    }

    @GetMapping
    @Operation(summary = "Models, by name")
    Items<ModelView> list(Caller caller, Paging paging) {
        var page = models.list(caller, paging.after(), paging.limit());
        return Items.of(page.items(), page.next(), model -> views.model(caller, model));
    }

    @GetMapping("/{model}")
    @Operation(summary = "One model, with the facts of its newest version")
    ModelView get(Caller caller, @PathVariable String model) {
        return views.model(caller, models.get(caller, Ids.parse("model", model)));
    }

    @GetMapping("/{model}/versions")
    @Operation(summary = "All versions, newest first", description = "Each `report` is without its charts.")
    Items<VersionView> versions(Caller caller, @PathVariable String model, Paging paging) {
        return paging.cut(
                models.versions(caller, Ids.parse("model", model)),
                version -> Integer.toString(version.number()),
                version -> views.listed(caller, version));
    }

    @GetMapping("/{model}/versions/{version}")
    @Operation(
            summary = "One version",
            description =
                    "`metrics` is flat: name to number. `report` is what the template says about the model, with charts.")
    VersionView version(Caller caller, @PathVariable String model, @PathVariable int version) {
        return views.version(caller, models.version(caller, Ids.parse("model", model), version));
    }

    @GetMapping(value = "/{model}/versions/{version}/card", produces = "text/markdown")
    @Operation(summary = "The model card, in Markdown")
    String card(Caller caller, @PathVariable String model, @PathVariable int version) {
        return models.card(
                caller,
                models.version(caller, Ids.parse("model", model), version).id());
    }

    @GetMapping("/{model}/versions/{version}/artifact")
    @Operation(
            summary = "Download the model",
            description = "A zip with its files in open formats, its card, its report and a manifest with digests.")
    void artifact(Caller caller, @PathVariable String model, @PathVariable int version, HttpServletResponse response)
            throws IOException {
        var found = models.version(caller, Ids.parse("model", model), version);
        Download.send(
                response,
                models.artifactFilename(found),
                "application/zip",
                -1,
                out -> models.writeArtifact(caller, found.id(), out));
    }
}
