package io.millwright.portal.ui.world;

import io.millwright.governance.datasets.ColumnType;
import io.millwright.governance.datasets.DatasetKind;
import io.millwright.governance.datasets.ImagePage;
import io.millwright.governance.datasets.Lineage;
import io.millwright.governance.datasets.Profile;
import io.millwright.governance.datasets.Profile.ColumnProfile;
import io.millwright.governance.datasets.Profile.TopValue;
import io.millwright.plugins.api.DataKind;
import io.millwright.plugins.api.OptionSpec;
import io.millwright.plugins.api.TemplateDescriptor;
import io.millwright.plugins.host.Project;
import io.millwright.plugins.host.TemplateVersion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/** A project with images of castings, and weights to start from. */
final class ImageStory {

    /** In the order of the set: 40 to learn from, 20 to be judged by; each third has a hole. */
    static final List<ImagePage.Shown> IMAGES = LongStream.range(0, 60)
            .mapToObj(row -> new ImagePage.Shown(
                    row, "casting%02d.png".formatted(row), row < 40 ? "train" : "test", row % 3 == 0 ? "hole" : "good"))
            .toList();

    private static final TemplateDescriptor TEMPLATE = new TemplateDescriptor(
            "imaging",
            "1.0.0",
            "Image inspection",
            "Manufacturing",
            "Tells images apart.",
            "Learns from images in folders.",
            List.of(),
            List.of(OptionSpec.preset()),
            Set.of(),
            List.of(),
            DataKind.IMAGES,
            TemplateDescriptor.Answers.ROWS,
            TemplateDescriptor.RiskClass.LIMITED);

    private ImageStory() {}

    static void tell(World world) {
        var offered =
                new TemplateVersion(TEMPLATE, true, false, Stories.DIGEST, 3_200_000, "millwright-demo", List.of());
        world.templates.add(offered);
        var installation = Stories.installation(offered, World.ago(Duration.ofDays(2)), 1);
        world.installations.add(installation);
        world.projects.add(new Project(
                World.id("castings"),
                "Castings",
                installation.id(),
                "imaging",
                Map.of(),
                Project.State.ACTIVE,
                "acme-engineer",
                World.ago(Duration.ofDays(1))));
        images(world);
        DataStory.dataset(world, "Residual network", 1, Lineage.UPLOADED, DatasetKind.WEIGHTS);
    }

    private static void images(World world) {
        var like = DataStory.dataset(world, "Surfaces", 1, Lineage.UPLOADED, DatasetKind.IMAGES);
        world.profiles.put(
                like.id(),
                new Profile(
                        IMAGES.size(),
                        List.of(column("part", "train", "test"), column("label", "good", "hole")),
                        List.of(),
                        null));
    }

    private static ColumnProfile column(String name, String... values) {
        var top = List.of(values).stream()
                .map(value -> new TopValue(
                        value,
                        IMAGES.stream()
                                .filter(image -> value.equals(name.equals("part") ? image.part() : image.label()))
                                .count()))
                .toList();
        return new ColumnProfile(name, ColumnType.TEXT, 0, values.length, values[0], values[1], null, List.of(), top);
    }
}
