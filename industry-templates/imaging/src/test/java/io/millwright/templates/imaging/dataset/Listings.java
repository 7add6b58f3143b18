package io.millwright.templates.imaging.dataset;

import io.millwright.plugins.api.ImageInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Makes tables that describe images of no content. */
final class Listings {

    private final int images;
    private final Map<String, List<@Nullable String>> columns = new LinkedHashMap<>();

    Listings(int images) {
        this.images = images;
    }

    Listings with(String column, IntFunction<? extends @Nullable String> value) {
        List<@Nullable String> values = new ArrayList<>();
        for (int at = 0; at < images; at++) {
            values.add(value.apply(at));
        }
        columns.put(column, values);
        return this;
    }

    Listing done() {
        return new Listing(columns, new ImageInput() {
            @Override
            public long count() {
                return images;
            }

            @Override
            public byte[] read(long row) {
                return new byte[0];
            }
        });
    }
}
