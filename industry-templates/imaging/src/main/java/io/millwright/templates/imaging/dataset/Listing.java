package io.millwright.templates.imaging.dataset;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.DatasetContext;
import io.millwright.plugins.api.ImageInput;
import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.TemplateException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The table that describes the images, as text, and the way to their bytes.
 *
 * @param columns each column's values in the order of the images; missing as null
 */
public record Listing(Map<String, List<@Nullable String>> columns, ImageInput images) {

    public static final String IMAGE = "image";
    public static final String PART = "part";
    public static final String LABEL = "label";

    private static final Set<String> OWN = Set.of(IMAGE, PART, LABEL, "width", "height", "channels");
    private static final int MOST = 1_000_000;

    public static Listing of(DatasetContext context) throws TemplateException {
        long rows = context.dataset().rowCount();
        if (rows == 0) {
            throw TemplateException.user(
                    "no-images", "The dataset holds no images.", "Bring a folder or archive of PNG or JPEG files.");
        }
        if (rows > MOST) {
            throw TemplateException.user(
                    "too-many-images",
                    "The dataset holds %d images, more than %d.".formatted(rows, MOST),
                    "Bring fewer at a time.");
        }
        ImageInput images;
        try {
            images = context.images();
        } catch (IllegalStateException table) {
            throw TemplateException.user(
                    "not-images",
                    "The dataset is a table, not a set of images.",
                    "Bring an archive of images, in one folder for each class or with a label file.");
        }
        if (images.count() != rows) {
            throw TemplateException.user(
                    "images-and-rows",
                    "The dataset describes %d images but holds %d.".formatted(rows, images.count()),
                    "Upload the set again.");
        }
        List<String> names =
                context.dataset().columns().stream().map(Column::name).toList();
        Map<String, List<@Nullable String>> columns = new LinkedHashMap<>();
        List<List<@Nullable String>> values = new ArrayList<>();
        for (String name : names) {
            List<@Nullable String> column = new ArrayList<>();
            columns.put(name, column);
            values.add(column);
        }
        try (RowCursor row = context.dataset().open(names)) {
            while (row.next()) {
                for (int at = 0; at < names.size(); at++) {
                    String text = row.isMissing(at) ? null : row.text(at);
                    values.get(at).add(text == null || text.isBlank() ? null : text.strip());
                }
            }
        }
        return new Listing(columns, images);
    }

    public int size() {
        return Math.toIntExact(images.count());
    }

    /** A value, or null where it or the column is missing. */
    public @Nullable String text(String column, int row) {
        List<@Nullable String> values = columns.get(column);
        return values == null ? null : values.get(row);
    }

    /** All values of a column; none where there is no such column. */
    public List<@Nullable String> values(String column) {
        List<@Nullable String> values = columns.get(column);
        return values == null ? List.of() : values;
    }

    /** What people call an image. */
    public String name(int row) {
        String path = text(IMAGE, row);
        return path == null ? "image " + (row + 1) : path;
    }

    /** Names of the columns that a label file brought. */
    public List<String> extras() {
        return columns.keySet().stream().filter(name -> !OWN.contains(name)).toList();
    }

    public boolean has(String column) {
        return columns.containsKey(column);
    }

    /** Whether a column has any value. */
    public boolean filled(String column) {
        List<@Nullable String> values = columns.get(column);
        return values != null && values.stream().anyMatch(value -> value != null);
    }

    /** A number, or the fallback where there is none. */
    public double number(String column, int row, double fallback) {
        try {
            String text = text(column, row);
            return text == null ? fallback : Double.parseDouble(text);
        } catch (NumberFormatException words) {
            return fallback;
        }
    }
}
