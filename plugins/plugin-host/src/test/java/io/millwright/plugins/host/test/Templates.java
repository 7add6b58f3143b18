package io.millwright.plugins.host.test;

import io.millwright.plugins.api.ColumnRole;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.DataKind;
import io.millwright.plugins.api.EngineRequirement;
import io.millwright.plugins.api.OptionSpec;
import io.millwright.plugins.api.Right;
import io.millwright.plugins.api.SampleContext;
import io.millwright.plugins.api.ScoringContext;
import io.millwright.plugins.api.Template;
import io.millwright.plugins.api.TemplateDescriptor;
import io.millwright.plugins.api.TrainingContext;
import io.millwright.plugins.testkit.DescriptorTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Descriptions and archives of templates that need no code. */
public final class Templates {

    private Templates() {}

    public static TemplateDescriptor churn(String version) {
        return describe("churn", version, Set.of(Right.PERSONAL_DATA, Right.NATIVE_ENGINE), List.of());
    }

    public static TemplateDescriptor describe(
            String id, String version, Set<Right> rights, List<EngineRequirement> engines) {
        return new TemplateDescriptor(
                id,
                version,
                "Template " + id,
                "Telecoms",
                "Says who leaves.",
                "A few paragraphs.",
                List.of(new ColumnRole(
                        "label",
                        "Label",
                        "Who left.",
                        true,
                        Set.of(ColumnType.BOOLEAN, ColumnType.INTEGER),
                        List.of("left"))),
                List.of(
                        OptionSpec.integer("rounds", "Rounds", "How long it learns.", 100, 1, 1000),
                        OptionSpec.decimal("rate", "Rate", "How fast it learns.", 0.1, 0.001, 1),
                        OptionSpec.choice("mode", "Mode", "How careful it is.", "normal", List.of("normal", "bold"))),
                rights,
                engines,
                DataKind.TABLE,
                TemplateDescriptor.Answers.ROWS,
                TemplateDescriptor.RiskClass.LIMITED);
    }

    /** A template that can describe itself and nothing else; it has a sample when asked for one. */
    public static Template of(TemplateDescriptor descriptor, boolean sample) {
        return sample ? new WithSample(descriptor) : new WithoutSample(descriptor);
    }

    /** The unsigned archive of a template. */
    public static Path pack(Template template, Path zip) throws IOException {
        var folder = Files.createTempDirectory(zip.toAbsolutePath().getParent(), "pack-");
        DescriptorTool.write(template, folder, "0.1.0");
        return zip(folder, zip);
    }

    /** A zip of the files of a folder, and a class file's worth of bytes. */
    public static Path zip(Path folder, Path zip) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip));
                var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                out.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, out);
            }
            out.putNextEntry(new ZipEntry("classes/a/Code.class"));
            out.write(new byte[] {1, 2, 3});
        }
        return zip;
    }

    private record WithSample(TemplateDescriptor descriptor) implements Template {
        @Override
        public void train(TrainingContext context) {}

        @Override
        public void score(ScoringContext context) {}

        @Override
        public void generateSample(SampleContext context) {}
    }

    private record WithoutSample(TemplateDescriptor descriptor) implements Template {
        @Override
        public void train(TrainingContext context) {}

        @Override
        public void score(ScoringContext context) {}
    }
}
