package io.millwright.governance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a long list.
 *
 * @param items at most as many as asked for
 * @param next where the next stretch begins, to be given back as {@code after}; null at the end of the list
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** The most items that one page holds. */
    public static final int MAX = 500;

    public Page {
        items = List.copyOf(items);
    }
}
