package io.millwright.portal.api.datasets;

import io.millwright.governance.datasets.Dataset;
import io.millwright.governance.datasets.DatasetColumn;
import io.millwright.governance.datasets.DatasetVersion;
import io.millwright.governance.datasets.Lineage;
import io.millwright.governance.datasets.Profile;
import io.millwright.governance.datasets.SeriesProfile;
import io.millwright.governance.datasets.SourceFormat;
import io.millwright.portal.api.Answers.Linked;
import io.millwright.portal.api.Links;
import io.millwright.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Datasets as the API shows them. */
final class DatasetViews {

    private DatasetViews() {}

    static DatasetView dataset(TenantId tenant, Dataset dataset) {
        var latest = dataset.latest();
        var links = Links.of(tenant, "datasets", dataset.id())
                .below("versions", "profile", "rows", "lineage", "content")
                .to("latest", Links.of(tenant, "datasets", dataset.id(), "versions", latest.number()));
        return new DatasetView(
                dataset.id().toString(),
                dataset.name(),
                latest.number(),
                latest.kind().name(),
                latest.rows(),
                latest.columns(),
                latest.given().digest(),
                latest.given().size(),
                latest.filename(),
                latest.format().notes(),
                latest.lineage().kind() == Lineage.Kind.SAMPLE,
                dataset.createdAt(),
                dataset.createdBy(),
                links.map());
    }

    static VersionView version(TenantId tenant, DatasetVersion version) {
        return new VersionView(
                version.id().toString(),
                version.dataset().toString(),
                version.datasetName(),
                version.number(),
                version.kind().name(),
                version.rows(),
                version.columns(),
                version.filename(),
                version.format(),
                version.given().digest(),
                version.given().size(),
                lineage(version.lineage()),
                version.createdAt(),
                version.createdBy(),
                links(tenant, version).map());
    }

    static Links links(TenantId tenant, DatasetVersion version) {
        var links = Links.of(tenant, "datasets", version.dataset(), "versions", version.number())
                .below("profile", "rows", "lineage", "content")
                .to("dataset", Links.of(tenant, "datasets", version.dataset()));
        var lineage = version.lineage();
        if (lineage.kind() == Lineage.Kind.SCORED && lineage.job() != null) {
            links.to("report", Links.of(tenant, "jobs", lineage.job(), "report"));
        }
        return links;
    }

    static LineageView lineage(Lineage lineage) {
        return new LineageView(
                lineage.kind().name(),
                text(lineage.job()),
                text(lineage.modelVersion()),
                text(lineage.sourceVersion()));
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    /** A dataset with the facts of its newest version; {@code kind} is TABLE, IMAGES or WEIGHTS, {@code digest} is the SHA-256 of the file as given. */
    record DatasetView(
            String id,
            String name,
            int version,
            String kind,
            long rows,
            List<DatasetColumn> columns,
            String digest,
            long size,
            String filename,
            List<String> notes,
            boolean simulated,
            Instant createdAt,
            String createdBy,
            Map<String, String> links)
            implements Linked {}

    /** One version; {@code digest} is the SHA-256 of the file as given. */
    record VersionView(
            String id,
            String dataset,
            String name,
            int version,
            String kind,
            long rows,
            List<DatasetColumn> columns,
            String filename,
            SourceFormat format,
            String digest,
            long size,
            LineageView lineage,
            Instant createdAt,
            String createdBy,
            Map<String, String> links)
            implements Linked {}

    record LineageView(
            String kind,
            @Nullable String job,
            @Nullable String modelVersion,
            @Nullable String sourceVersion) {}

    record ProfileView(
            String id,
            String dataset,
            int version,
            long rows,
            List<Profile.ColumnProfile> columns,
            @Nullable SeriesProfile series,
            Map<String, String> links) {}

    /** First rows; each holds one text per column, null when missing. */
    record RowsView(
            List<DatasetColumn> columns,
            List<List<@Nullable String>> items,
            @Nullable String next,
            Map<String, String> links) {}
}
