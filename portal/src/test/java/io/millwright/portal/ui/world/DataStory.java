package io.millwright.portal.ui.world;

import io.millwright.governance.datasets.DatasetId;
import io.millwright.governance.datasets.DatasetKind;
import io.millwright.governance.datasets.DatasetVersion;
import io.millwright.governance.datasets.Lineage;
import io.millwright.governance.datasets.SourceFormat;
import io.millwright.tenancy.ObjectRef;
import java.time.Duration;
import java.util.List;

/** Tables that were brought, or made by a job. */
final class DataStory {

    private DataStory() {}

    static DatasetVersion dataset(World world, String name, int number, Lineage lineage) {
        return dataset(world, name, number, lineage, DatasetKind.TABLE);
    }

    static DatasetVersion dataset(World world, String name, int number, Lineage lineage, DatasetKind kind) {
        var object = new ObjectRef(Stories.DIGEST, 41_200_000);
        var version = new DatasetVersion(
                World.id(name + " " + number),
                new DatasetId(World.id(name)),
                name,
                number,
                402_000 + number * 1_204L,
                TableStory.columns(lineage),
                name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-') + ".csv",
                new SourceFormat(
                        SourceFormat.Kind.DELIMITED_TEXT,
                        false,
                        "UTF-8",
                        ",",
                        true,
                        List.of("The column TX_DATETIME was read as moments in UTC.")),
                object,
                object,
                object,
                kind,
                kind == DatasetKind.TABLE ? null : object,
                lineage,
                World.ago(Duration.ofDays(7 - number)),
                "acme-engineer");
        world.datasets.add(version);
        world.profiles.put(version.id(), TableStory.profile(version.rows(), lineage));
        return version;
    }
}
