package io.millwright.templates.forecasting.learned;

import java.util.ArrayList;
import java.util.List;

/** The columns of a row for the trees: one step of one series, seen from a moment before it. */
final class Features {

    private static final int MOST_CATEGORIES = 64;

    private final Shape shape;
    private final CalendarColumns calendar;
    private final PastColumns past;
    private final InputColumns inputs;
    private final AlikeColumns alike;
    private final HolidayColumns holidays;
    private final List<String> names = new ArrayList<>();

    Features(Shape shape) {
        this.shape = shape;
        calendar = new CalendarColumns(shape.clock());
        past = new PastColumns(shape);
        inputs = new InputColumns(shape);
        alike = new AlikeColumns(shape);
        holidays = new HolidayColumns(shape);
        for (int key = 0; key < shape.keys().size(); key++) {
            names.add("series key " + (key + 1));
        }
        names.add("time");
        if (shape.horizon() > 1) {
            names.add("steps ahead");
        }
        names.addAll(calendar.names());
        names.addAll(past.names());
        names.addAll(inputs.names());
        names.addAll(alike.names());
        names.addAll(holidays.names());
    }

    List<String> names() {
        return List.copyOf(names);
    }

    int width() {
        return names.size();
    }

    /** Keys and names are codes without an order. */
    boolean[] categorical() {
        boolean[] categorical = new boolean[width()];
        for (int key = 0; key < shape.keys().size(); key++) {
            categorical[key] = shape.keys().get(key).size() <= MOST_CATEGORIES;
        }
        for (Input input : shape.inputs()) {
            if (input.kind() == io.millwright.templates.forecasting.columns.Covariate.Kind.CATEGORY) {
                categorical[names.indexOf(input.name())] = true;
            }
        }
        return categorical;
    }

    /**
     * @param target the cell that is forecast, not before {@code now}
     * @param now the first cell whose value is not known
     */
    void write(Track track, Surroundings surroundings, int target, int now, float[] row) {
        int at = 0;
        for (int code : track.codes) {
            row[at++] = code < 0 ? Float.NaN : code;
        }
        row[at++] = track.start + target;
        if (shape.horizon() > 1) {
            row[at++] = Math.min(shape.horizon(), target - now + 1);
        }
        at = calendar.write(track.start + target, row, at);
        at = past.write(track, target, now, row, at);
        at = inputs.write(track, surroundings, target, now, row, at);
        at = alike.write(track, target, now, row, at);
        at = holidays.write(track, target, now, row, at);
        if (at != row.length) {
            throw new IllegalStateException(at + " columns written, " + row.length + " named");
        }
    }
}
