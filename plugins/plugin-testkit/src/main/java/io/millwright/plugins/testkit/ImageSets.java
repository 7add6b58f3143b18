package io.millwright.plugins.testkit;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.ColumnType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Makes sets of images in memory, described by the table that the platform would make of them. */
public final class ImageSets {

    private static final Set<String> PARTS =
            Set.of("train", "training", "test", "testing", "val", "valid", "validation", "dev");

    private ImageSets() {}

    /** Images by path, e.g. {@code train/normal/0001.png}: the last folder is the label, the first or the last may be the part. */
    public static MemoryTable of(Map<String, byte[]> images) {
        return of(images, Map.of());
    }

    /**
     * The same with a label file.
     *
     * @param described what the label file says of an image: for each path its cells by column; {@code label} goes before the folder
     */
    public static MemoryTable of(Map<String, byte[]> images, Map<String, Map<String, String>> described) {
        var sorted = new TreeMap<>(images);
        var columns = new ArrayList<>(List.of(
                new Column("image", ColumnType.TEXT),
                new Column("part", ColumnType.TEXT),
                new Column("label", ColumnType.TEXT),
                new Column("width", ColumnType.INTEGER),
                new Column("height", ColumnType.INTEGER),
                new Column("channels", ColumnType.INTEGER)));
        var extras = new TreeSet<String>();
        described.values().forEach(cells -> extras.addAll(cells.keySet()));
        extras.remove("label");
        extras.forEach(name -> columns.add(new Column(name, ColumnType.TEXT)));
        var rows = new TableBuilder(columns);
        sorted.forEach((path, bytes) -> {
            var cells = described.getOrDefault(path, Map.of());
            folders(rows, path, cells.get("label"));
            dimensions(rows, path, bytes);
            extras.forEach(name -> optional(rows, cells.get(name)));
            rows.endRow();
        });
        return rows.build().describing(List.copyOf(sorted.values()));
    }

    private static void folders(TableBuilder rows, String path, @Nullable String told) {
        var names = path.split("/");
        var folders = names.length - 1;
        var first = folders > 0 && isPart(names[0]);
        var last = !first && folders > 1 && isPart(names[folders - 1]);
        var label = last ? folders - 2 : folders - 1;
        rows.text(path);
        optional(rows, first ? names[0] : last ? names[folders - 1] : null);
        optional(rows, told != null ? told : label >= (first ? 1 : 0) ? names[label] : null);
    }

    private static boolean isPart(String folder) {
        return PARTS.contains(folder.toLowerCase(Locale.ROOT));
    }

    private static void optional(TableBuilder rows, @Nullable String text) {
        if (text == null) {
            rows.missing();
        } else {
            rows.text(text);
        }
    }

    private static void dimensions(TableBuilder rows, String path, byte[] bytes) {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(bytes));
            if (image == null) {
                throw new IllegalArgumentException(path + " is not an image");
            }
            rows.integer(image.getWidth())
                    .integer(image.getHeight())
                    .integer(image.getColorModel().getNumComponents());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
