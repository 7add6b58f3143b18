package io.millwright.governance.datasets.internal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the folders of an image say about it. The folder that it lies in is its label, unless that names a part of the set; then
 * it is the folder above. The part is the first or the last folder.
 *
 * @param path where it lies in the set
 * @param part the folder that splits the set, e.g. {@code train}
 * @param label the folder that names the class
 */
record ImagePlace(
        String path, @Nullable String part, @Nullable String label) {

    private static final Set<String> PARTS =
            Set.of("train", "training", "test", "testing", "val", "valid", "validation", "dev");

    static ImagePlace of(String path) {
        var names = path.split("/");
        var folders = names.length - 1;
        if (folders > 0 && isPart(names[0])) {
            return new ImagePlace(path, names[0], folders > 1 ? names[folders - 1] : null);
        }
        if (folders > 1 && isPart(names[folders - 1])) {
            return new ImagePlace(path, names[folders - 1], names[folders - 2]);
        }
        return new ImagePlace(path, null, folders > 0 ? names[folders - 1] : null);
    }

    private static boolean isPart(String folder) {
        return PARTS.contains(folder.toLowerCase(Locale.ROOT));
    }

    /**
     * The folder around everything that only names the set, with a slash at its end; empty without one. A folder that holds
     * images itself names their class, unless tables lie beside them and say more.
     *
     * @param images paths of images
     * @param tables paths of the tables beside them
     */
    static String top(List<String> images, List<String> tables) {
        var top = "";
        while (true) {
            var from = top.length();
            var slash = images.getFirst().indexOf('/', from);
            if (slash < 0) {
                return top;
            }
            var next = images.getFirst().substring(0, slash + 1);
            var holdsImages = images.stream().anyMatch(path -> path.indexOf('/', next.length()) < 0);
            if (isPart(next.substring(from, slash))
                    || !images.stream().allMatch(path -> path.startsWith(next))
                    || (holdsImages && tables.isEmpty())) {
                return top;
            }
            top = next;
        }
    }
}
