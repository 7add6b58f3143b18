package io.millwright.governance.datasets.internal;

import io.millwright.governance.datasets.ColumnType;
import io.millwright.governance.datasets.DatasetKind;
import io.millwright.governance.datasets.Datasets;
import io.millwright.governance.datasets.SourceFormat;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Reads an archive of images: one row for each, and beside the table an archive in the order of the rows. */
final class ImageSet {

    private static final Set<String> IMAGES = Set.of("png", "jpg", "jpeg", "jpe", "jfif", "gif", "bmp", "dib");

    /** Kinds of images that are not read: in a set they count as images that cannot be. */
    private static final Set<String> OTHER_IMAGES =
            Set.of("tif", "tiff", "webp", "heic", "heif", "avif", "dcm", "jp2", "svg", "ico", "raw");

    private static final Set<String> TABLES = Set.of("csv", "tsv", "tab", "txt");

    /** Columns of the table that are texts and numbers whatever their values look like. */
    private static final int TEXTS = 3;

    private static final int NUMBERS = 6;

    private final DuckSession duck;
    private final Scratch scratch;
    private final Archive archive;

    ImageSet(DuckSession duck, Scratch scratch, Archive archive) {
        this.duck = duck;
        this.scratch = scratch;
        this.archive = archive;
    }

    /** Whether an archive holds images, by the names of its files. */
    static boolean isOne(Archive archive) {
        return archive.items().stream().anyMatch(ImageSet::isImage);
    }

    private static boolean isImage(Archive.Item item) {
        return IMAGES.contains(item.extension()) || OTHER_IMAGES.contains(item.extension());
    }

    TableFiles read() throws IOException, SQLException {
        var given = archive.items().stream().filter(ImageSet::isImage).toList();
        if (given.isEmpty()) {
            throw ArchiveRefusals.noImages();
        }
        if (given.size() > Datasets.MAX_IMAGES) {
            throw ArchiveRefusals.tooManyImages(given.size());
        }
        var tables = archive.items().stream()
                .filter(item -> TABLES.contains(item.extension()))
                .toList();
        var top = ImagePlace.top(names(given), names(tables)).length();
        var images = given.stream()
                .map(item -> new ImageRecords.Image(ImagePlace.of(item.name().substring(top)), item))
                .sorted(Comparator.comparing(image -> image.place().path()))
                .toList();
        var labels = labels(images, tables, top);
        var content = scratch.file("images.zip");
        try (var records = new ImageRecords(archive, images, labels, new ImageArchiveWriter(content))) {
            var plain = Normaliser.write(records, true, scratch.file("plain.csv"));
            records.close();
            return describe(plain, notes(records, given.size() + labels.size())).with(DatasetKind.IMAGES, content);
        }
    }

    private List<LabelFile> labels(List<ImageRecords.Image> images, List<Archive.Item> tables, int top)
            throws IOException {
        var paths = images.stream().map(image -> image.place().path()).toList();
        var labels = new ArrayList<LabelFile>();
        for (var table : tables) {
            var folder = table.folder().length() <= top ? "" : table.folder().substring(top);
            var found = LabelFile.read(duck, scratch, archive, table, folder, paths);
            if (found != null) {
                labels.add(found);
            }
        }
        return labels;
    }

    private List<String> notes(ImageRecords records, int taken) {
        var notes = new ArrayList<String>();
        var unreadable = records.note();
        if (unreadable != null) {
            notes.add(unreadable);
        }
        var others = archive.items().size() - taken;
        if (others > 0) {
            notes.add(
                    others == 1
                            ? "One file of the archive is neither an image nor a table about them and was left out."
                            : "%d files of the archive are neither images nor tables about them and were left out."
                                    .formatted(others));
        }
        return notes;
    }

    private TableFiles describe(Normaliser.Plain plain, List<String> notes) throws IOException, SQLException {
        var readings = new ArrayList<ColumnReading>();
        for (var column : plain.columns()) {
            var at = readings.size();
            var reading = at < TEXTS
                    ? column.as(ColumnType.TEXT)
                    : at < NUMBERS ? column.as(ColumnType.INTEGER) : column.decide();
            if (reading == null) {
                throw new IllegalStateException("dimensions are numbers");
            }
            readings.add(reading);
        }
        var format = new SourceFormat(SourceFormat.Kind.IMAGE_ARCHIVE, false, "", "", false, notes);
        return new PlainTable(duck, scratch, plain, readings).store(format);
    }

    private static List<String> names(List<Archive.Item> items) {
        return items.stream().map(Archive.Item::name).toList();
    }
}
