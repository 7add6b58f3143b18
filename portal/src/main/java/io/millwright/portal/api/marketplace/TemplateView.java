package io.millwright.portal.api.marketplace;

import io.millwright.plugins.api.ColumnRole;
import io.millwright.plugins.api.EngineRequirement;
import io.millwright.plugins.api.OptionSpec;
import io.millwright.plugins.api.Right;
import io.millwright.plugins.host.TemplateVersion;
import io.millwright.portal.api.Links;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/** A version of a template as the API shows it: enough to make the form and the consent screen. */
record TemplateView(
        String id,
        String version,
        String name,
        String industry,
        String summary,
        String description,
        String riskClass,
        List<String> rights,
        List<OptionView> options,
        List<RoleView> columns,
        List<EngineRequirement> engines,
        List<EngineRequirement> missingEngines,
        boolean hasSample,
        boolean inspects,

        @Schema(description = "What it learns from: TABLE, IMAGES or WEIGHTS.")
        String data,

        @Schema(description = "What a scoring's result has a row for: ROWS or ITEMS.")
        String answers,

        String digest,
        long size,
        String signedBy,
        Map<String, String> links) {

    static TemplateView of(TemplateVersion template) {
        var descriptor = template.descriptor();
        return new TemplateView(
                template.id(),
                template.version(),
                descriptor.name(),
                descriptor.industry(),
                descriptor.summary(),
                descriptor.description(),
                descriptor.riskClass().name(),
                descriptor.rights().stream().map(Right::name).sorted().toList(),
                descriptor.options().stream().map(OptionView::of).toList(),
                descriptor.roles().stream().map(RoleView::of).toList(),
                descriptor.engines(),
                template.missingEngines(),
                template.hasSample(),
                template.inspects(),
                descriptor.data().name(),
                descriptor.answers().name(),
                template.digest(),
                template.size(),
                template.key(),
                Links.at(Links.ROOT + "/marketplace/templates/" + template.id() + "/versions/" + template.version())
                        .to("versions", Links.at(Links.ROOT + "/marketplace/templates/" + template.id() + "/versions"))
                        .map());
    }

    record OptionView(
            String name,
            String title,
            String description,
            String type,
            String defaultValue,
            List<String> choices,
            double minimum,
            double maximum,
            boolean advanced) {
        static OptionView of(OptionSpec option) {
            return new OptionView(
                    option.name(),
                    option.title(),
                    option.description(),
                    option.type().name(),
                    option.defaultValue(),
                    option.choices(),
                    option.minimum(),
                    option.maximum(),
                    option.advanced());
        }
    }

    /** A part that a column plays; {@code option} is the name under which a project's options choose the column. */
    record RoleView(
            String name, String option, String title, String description, boolean required, List<String> types) {
        static RoleView of(ColumnRole role) {
            return new RoleView(
                    role.name(),
                    role.option(),
                    role.title(),
                    role.description(),
                    role.required(),
                    role.types().stream().map(Enum::name).sorted().toList());
        }
    }
}
