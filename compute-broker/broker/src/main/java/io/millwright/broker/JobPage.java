package io.millwright.broker;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list, newest first.
 *
 * @param items at most as many as asked for; their attempts are included
 * @param next the cursor of the next page, null at the end
 */
public record JobPage(List<Job> items, @Nullable String next) {

    public JobPage {
        items = List.copyOf(items);
    }
}
