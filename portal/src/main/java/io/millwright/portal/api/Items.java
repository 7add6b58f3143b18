package io.millwright.portal.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items at most as many as asked for
 * @param next what to send as {@code after} for the next page; null at the end
 */
public record Items<T>(List<T> items, @Nullable String next) {

    public Items {
        items = List.copyOf(items);
    }

    /** A page of something that comes in pages. */
    public static <S, T> Items<T> of(List<S> source, @Nullable String next, Function<S, T> view) {
        return new Items<>(source.stream().map(view).toList(), next);
    }
}
