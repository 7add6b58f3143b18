package io.millwright.portal.ui.world;

import io.millwright.governance.Page;
import io.millwright.governance.datasets.Dataset;
import io.millwright.governance.datasets.DatasetColumn;
import io.millwright.governance.datasets.DatasetId;
import io.millwright.governance.datasets.DatasetVersion;
import io.millwright.governance.datasets.Datasets;
import io.millwright.governance.datasets.Download;
import io.millwright.governance.datasets.ImagePage;
import io.millwright.governance.datasets.Lineage;
import io.millwright.governance.datasets.PreparedTable;
import io.millwright.governance.datasets.Profile;
import io.millwright.governance.datasets.RowPage;
import io.millwright.governance.datasets.StoredImage;
import io.millwright.governance.datasets.UploadOutcome;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Role;
import io.millwright.tenancy.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A catalogue in memory: every file that begins with a comma-separated line becomes the story's dataset. */
final class FakeDatasets implements Datasets {

    private final World world;

    FakeDatasets(World world) {
        this.world = world;
    }

    @Override
    public UploadOutcome upload(Caller caller, String name, String filename, InputStream bytes) {
        caller.require(Role.ENGINEER);
        try {
            if (!new String(bytes.readNBytes(1000), java.nio.charset.StandardCharsets.UTF_8).contains(",")) {
                throw MillwrightException.user(
                        "dataset-binary",
                        "%s is not a table: line 1 has no delimiter.".formatted(filename),
                        "Bring delimited text, JSON Lines or Parquet.");
            }
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
        var version = DataStory.dataset(world, name.isBlank() ? filename : name, 1, Lineage.UPLOADED);
        return new UploadOutcome(version, true);
    }

    @Override
    public UploadOutcome upload(Caller caller, DatasetId dataset, String filename, InputStream bytes) {
        var latest = get(caller, dataset).latest();
        return new UploadOutcome(
                DataStory.dataset(world, latest.datasetName(), latest.number() + 1, Lineage.UPLOADED), true);
    }

    @Override
    public Page<Dataset> list(Caller caller, @Nullable String after, int limit) {
        var newest = World.seenBy(caller.tenant(), world.datasets).stream()
                .collect(Collectors.groupingBy(
                        DatasetVersion::dataset, Collectors.maxBy(Comparator.comparing(DatasetVersion::number))));
        return new Page<>(
                newest.values().stream()
                        .flatMap(java.util.Optional::stream)
                        .map(FakeDatasets::dataset)
                        .sorted(Comparator.comparing(Dataset::name))
                        .toList(),
                null);
    }

    private static Dataset dataset(DatasetVersion latest) {
        return new Dataset(latest.dataset(), latest.datasetName(), latest, latest.createdAt(), latest.createdBy());
    }

    @Override
    public Dataset get(Caller caller, DatasetId dataset) {
        return dataset(versions(caller, dataset).getFirst());
    }

    @Override
    public List<DatasetVersion> versions(Caller caller, DatasetId dataset) {
        var found = World.seenBy(caller.tenant(), world.datasets).stream()
                .filter(version -> version.dataset().equals(dataset))
                .sorted(Comparator.comparing(DatasetVersion::number).reversed())
                .toList();
        if (found.isEmpty()) {
            throw MillwrightException.missing("dataset", dataset.toString());
        }
        return found;
    }

    @Override
    public DatasetVersion version(Caller caller, DatasetId dataset, int number) {
        return versions(caller, dataset).stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(() -> MillwrightException.missing("dataset version", "" + number));
    }

    @Override
    public DatasetVersion version(Caller caller, UUID version) {
        return world.datasets.stream()
                .filter(one -> one.id().equals(version))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Profile profile(Caller caller, UUID version) {
        return world.profiles.get(version);
    }

    @Override
    public RowPage rows(Caller caller, UUID version, RowPage.Order order, long offset, int limit) {
        var found = version(caller, version);
        var names = found.columns().stream().map(DatasetColumn::name).toList();
        var column = order.column();
        Comparator<List<@Nullable String>> by = column == null
                ? Comparator.comparing(row -> 0)
                : Comparator.comparing(row -> Double.valueOf(row.get(names.indexOf(column))));
        var rows = profile(caller, version).sample().stream()
                .sorted(order.descending() ? by.reversed() : by)
                .skip(offset)
                .limit(limit)
                .toList();
        return new RowPage(found.columns(), rows, found.rows());
    }

    @Override
    public Download openGiven(Caller caller, UUID version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Download openParquet(Caller caller, UUID version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Download openCanonical(Caller caller, UUID version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(Caller caller, DatasetId dataset, String reason) {
        world.datasets.removeIf(version -> version.dataset().equals(dataset));
    }

    @Override
    public PreparedTable prepareResult(TenantId tenant, List<DatasetColumn> columns, String filename, InputStream csv) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ImagePage images(Caller caller, UUID version, ImagePage.Filter filter, long offset, int limit) {
        var through = ImageStory.IMAGES.stream()
                .filter(image -> filter.part() == null || filter.part().equals(image.part()))
                .filter(image -> filter.label() == null || filter.label().equals(image.label()))
                .toList();
        return new ImagePage(through.stream().skip(offset).limit(limit).toList(), through.size());
    }

    @Override
    public StoredImage image(Caller caller, UUID version, long row, int side) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Download openContent(Caller caller, UUID version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PreparedTable prepareImages(TenantId tenant, String filename, InputStream archive) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DatasetVersion createFromResult(Caller caller, String name, PreparedTable table, Lineage lineage) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void discard(PreparedTable table) {
        throw new UnsupportedOperationException();
    }
}
