package io.millwright.portal.api.marketplace;

import io.millwright.plugins.host.Marketplace;
import io.millwright.plugins.host.TemplateVersion;
import io.millwright.portal.api.Items;
import io.millwright.portal.api.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/marketplace/templates")
@Tag(name = "Marketplace")
class MarketplaceController {

    private final Marketplace marketplace;

    MarketplaceController(Marketplace marketplace) {
        this.marketplace = marketplace;
    }

    @GetMapping
    @Operation(
            summary = "The newest version of every template",
            description =
                    "`rights` is what an installation has to consent to; `options` and `columns` make the form of a project.")
    Items<TemplateView> list(Paging paging) {
        return paging.cut(marketplace.newest(), TemplateVersion::id, TemplateView::of);
    }

    @GetMapping("/{template}")
    @Operation(summary = "The newest version of a template")
    TemplateView get(@PathVariable String template) {
        return TemplateView.of(marketplace.newest(template));
    }

    @GetMapping("/{template}/versions")
    @Operation(summary = "All versions of a template, newest first")
    Items<TemplateView> versions(@PathVariable String template, Paging paging) {
        return paging.cut(marketplace.versions(template), TemplateVersion::version, TemplateView::of);
    }

    @GetMapping("/{template}/versions/{version}")
    @Operation(summary = "One version of a template")
    TemplateView version(@PathVariable String template, @PathVariable String version) {
        return TemplateView.of(marketplace.version(template, version));
    }
}
