package io.millwright.plugins.testkit;

import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.TableOutput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table that a template opens exactly once, and closes. */
final class OneTable {

    private final String what;
    private @Nullable TableBuilder builder;

    OneTable(String what) {
        this.what = what;
    }

    TableOutput open(List<Column> columns) {
        if (builder != null) {
            throw new IllegalStateException("the " + what + " is opened once");
        }
        return builder = new TableBuilder(columns);
    }

    MemoryTable written() {
        if (builder == null) {
            throw new AssertionError("the template ended without opening the " + what);
        }
        if (!builder.isClosed()) {
            throw new AssertionError("the template ended without closing the " + what);
        }
        return builder.build();
    }
}
