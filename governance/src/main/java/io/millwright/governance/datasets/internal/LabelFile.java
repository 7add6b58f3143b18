package io.millwright.governance.datasets.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table beside images that says something about each: one of its columns names the images, by path or file name, with or
 * without extension.
 *
 * @param names its columns, without the one that names the images
 * @param rows its values by the path of the image
 * @param label position of the column that is the label, -1 without one
 * @param part position of the column that is the part, -1 without one
 */
record LabelFile(List<String> names, Map<String, List<@Nullable String>> rows, int label, int part) {

    static final int MAX_BYTES = 16 << 20;
    static final int MAX_ROWS = 2 * io.millwright.governance.datasets.Datasets.MAX_IMAGES;

    private static final Set<String> LABELS = Set.of("label", "class", "target", "category", "diagnosis");
    private static final Set<String> PARTS = Set.of("part", "split", "subset", "fold");

    /** Names of columns that the table of images has anyway. */
    private static final Set<String> OURS = Set.of("image", "part", "label", "width", "height", "channels");

    /**
     * Reads one.
     *
     * @param paths of all images
     * @return null when no column of it names images
     */
    static @Nullable LabelFile read(
            DuckSession duck, Scratch scratch, Archive archive, Archive.Item item, String folder, List<String> paths)
            throws IOException {
        var file = scratch.file("labels");
        try {
            try (var in = archive.open(item);
                    var out = Files.newOutputStream(file)) {
                var bytes = in.readNBytes(MAX_BYTES + 1);
                if (bytes.length > MAX_BYTES) {
                    throw ArchiveRefusals.labelsTooLong(Archive.shown(item.name()));
                }
                out.write(bytes);
            }
            if (Files.size(file) == 0) {
                return null;
            }
            var text = TextTable.of(duck, scratch, new TextSource(file, false, MAX_BYTES));
            try (var records = text.open()) {
                return read(records, text.dialect().header(), item, new ImageNames(paths, folder));
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static @Nullable LabelFile read(Records records, boolean header, Archive.Item item, ImageNames images)
            throws IOException {
        if (!records.next()) {
            return null;
        }
        var names = (header ? Header.named(records) : Header.numbered(records))
                .stream().map(ColumnFinding::name).toList();
        var rows = new ArrayList<List<@Nullable String>>();
        if (!header) {
            rows.add(row(records));
        }
        while (records.next()) {
            if (records.size() != names.size()) {
                throw Refusals.ragged(records.line(), records.size(), names.size(), header);
            }
            rows.add(row(records));
            if (rows.size() > MAX_ROWS) {
                throw ArchiveRefusals.labelsTooLong(Archive.shown(item.name()));
            }
        }
        var best = -1;
        Map<String, List<@Nullable String>> found = Map.of();
        for (var column = 0; column < names.size(); column++) {
            var byImage = byImage(rows, column, images);
            if (byImage.size() > found.size()) {
                best = column;
                found = byImage;
            }
        }
        return best < 0 ? null : without(best, names, found);
    }

    private static Map<String, List<@Nullable String>> byImage(
            List<List<@Nullable String>> rows, int column, ImageNames images) {
        var found = new HashMap<String, List<@Nullable String>>();
        for (var row : rows) {
            var path = images.find(row.get(column));
            if (path != null) {
                found.putIfAbsent(path, row);
            }
        }
        return found;
    }

    private static LabelFile without(int key, List<String> names, Map<String, List<@Nullable String>> found) {
        var kept = new ArrayList<>(names);
        kept.remove(key);
        var rows = new HashMap<String, List<@Nullable String>>();
        found.forEach((path, row) -> {
            var values = new ArrayList<>(row);
            values.remove(key);
            rows.put(path, values);
        });
        var label = position(kept, LABELS);
        var part = position(kept, PARTS);
        if (label < 0 && kept.size() - (part < 0 ? 0 : 1) == 1) {
            // One thing is said about each image, whatever it is called.
            label = part == 0 ? 1 : 0;
        }
        return new LabelFile(kept, rows, label, part);
    }

    private static int position(List<String> names, Set<String> wanted) {
        for (var i = 0; i < names.size(); i++) {
            if (wanted.contains(names.get(i).toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        return -1;
    }

    /** Columns that are neither label nor part, by position, with the names that they get beside ours. */
    Map<Integer, String> others() {
        var others = new java.util.TreeMap<Integer, String>();
        for (var i = 0; i < names.size(); i++) {
            if (i != label && i != part) {
                var name = names.get(i);
                others.put(i, OURS.contains(name.toLowerCase(Locale.ROOT)) ? "given_" + name : name);
            }
        }
        return others;
    }

    /** What it says about an image at a position; null when it says nothing. */
    @Nullable
    String value(String path, int position) {
        var row = rows.get(path);
        return row == null || position < 0 ? null : row.get(position);
    }

    private static List<@Nullable String> row(Records records) {
        var row = new ArrayList<@Nullable String>();
        for (var i = 0; i < records.size(); i++) {
            var start = records.start(i);
            var value = new String(records.buffer(), start, records.end(i) - start, StandardCharsets.UTF_8).strip();
            row.add(value.isEmpty() ? null : value);
        }
        return row;
    }
}
