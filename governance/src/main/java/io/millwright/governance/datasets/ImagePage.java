package io.millwright.governance.datasets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some images of a set, for people to look at.
 *
 * @param images in the order of the set
 * @param total how many the filter lets through
 */
public record ImagePage(List<Shown> images, long total) {

    public ImagePage {
        images = List.copyOf(images);
    }

    /** An image and where it stands in the set, from 0. */
    public record Shown(
            long row,
            String path,
            @Nullable String part,
            @Nullable String label) {}

    /** Which images; null stands for all. */
    public record Filter(@Nullable String part, @Nullable String label) {}
}
