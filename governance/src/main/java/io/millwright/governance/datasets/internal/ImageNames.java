package io.millwright.governance.datasets.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds images by what a table calls them: their path, from the top or from the table, or their name where only one has it. */
final class ImageNames {

    /** Stands for a name that several images have. */
    private static final String SEVERAL = "";

    private final Map<String, String> paths = new HashMap<>();
    private final Map<String, String> files = new HashMap<>();
    private final Map<String, String> stems = new HashMap<>();
    private final String folder;

    /** @param folder the folder of the table, with a slash at its end; empty at the top */
    ImageNames(List<String> images, String folder) {
        this.folder = folder.toLowerCase(Locale.ROOT);
        for (var path : images) {
            var lower = path.toLowerCase(Locale.ROOT);
            var file = lower.substring(lower.lastIndexOf('/') + 1);
            paths.merge(lower, path, (one, other) -> SEVERAL);
            paths.merge(stem(lower), path, (one, other) -> SEVERAL);
            files.merge(file, path, (one, other) -> SEVERAL);
            stems.merge(stem(file), path, (one, other) -> SEVERAL);
        }
    }

    @Nullable
    String find(@Nullable String called) {
        if (called == null) {
            return null;
        }
        var name = called.replace('\\', '/').toLowerCase(Locale.ROOT);
        if (name.startsWith("./")) {
            name = name.substring(2);
        }
        var path = paths.get(folder + name);
        if (path == null) {
            path = paths.get(name);
        }
        if (path == null) {
            var file = name.substring(name.lastIndexOf('/') + 1);
            path = files.get(file);
            if (path == null) {
                path = stems.get(file);
            }
        }
        return SEVERAL.equals(path) ? null : path;
    }

    private static String stem(String path) {
        var point = path.lastIndexOf('.');
        return point > path.lastIndexOf('/') + 1 ? path.substring(0, point) : path;
    }
}
