package io.millwright.templates.forecasting.layout;

import io.millwright.plugins.api.RowCursor;
import io.millwright.templates.learning.encoding.MomentReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows with the time in one column, and one figure each where heads of columns tell a part of the time. */
final class ReshapedRows implements RowCursor {

    private static final int TIME = -1;
    private static final int VALUE = -2;

    private final RowCursor rows;
    private final TimeParts times;
    private final boolean hours;
    /** By wanted column its place in the rows of the file, {@link #TIME} or {@link #VALUE}. */
    private final int[] places;

    private final int[] parts;
    private final int[] heads;
    private int head = -1;
    private boolean inside;
    private long moment = MomentReader.MISSING;

    ReshapedRows(RowCursor rows, List<String> opened, List<String> wanted, Layout layout, TimeParts times) {
        this.rows = rows;
        this.times = times;
        this.hours = layout.hours();
        places = wanted.stream()
                .mapToInt(name -> name.equals(layout.time())
                        ? TIME
                        : !layout.across().isEmpty() && name.equals(layout.value()) ? VALUE : opened.indexOf(name))
                .toArray();
        parts = layout.parts().stream()
                .mapToInt(part -> opened.indexOf(part.column()))
                .toArray();
        heads = layout.across().stream()
                .mapToInt(each -> opened.indexOf(each.column()))
                .toArray();
    }

    @Override
    public boolean next() {
        if (heads.length == 0) {
            if (!rows.next()) {
                return false;
            }
            moment = times.moment(rows, parts, 0);
            return true;
        }
        while (true) {
            head++;
            if (!inside || head == heads.length) {
                if (!rows.next()) {
                    return false;
                }
                inside = true;
                head = 0;
            }
            if (!rows.isMissing(heads[head])) {
                moment = times.moment(rows, parts, head);
                return true;
            }
        }
    }

    @Override
    public boolean isMissing(int column) {
        return places[column] == TIME ? moment == MomentReader.MISSING : rows.isMissing(place(column));
    }

    @Override
    public double number(int column) {
        return places[column] == TIME ? isMissing(column) ? Double.NaN : integer(column) : rows.number(place(column));
    }

    @Override
    public long integer(int column) {
        if (places[column] != TIME) {
            return rows.integer(place(column));
        }
        return isMissing(column) ? 0 : hours ? moment : Math.floorDiv(moment, MomentReader.DAY);
    }

    @Override
    public @Nullable String text(int column) {
        if (places[column] != TIME) {
            return rows.text(place(column));
        }
        if (isMissing(column)) {
            return null;
        }
        return hours
                ? Instant.ofEpochSecond(Math.floorDiv(moment, 1_000_000L)).toString()
                : LocalDate.ofEpochDay(integer(column)).toString();
    }

    private int place(int column) {
        return places[column] == VALUE ? heads[head] : places[column];
    }

    @Override
    public void close() {
        rows.close();
    }
}
