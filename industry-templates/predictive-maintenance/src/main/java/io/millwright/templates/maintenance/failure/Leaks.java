package io.millwright.templates.maintenance.failure;

import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.learning.report.Notes;
import io.millwright.templates.maintenance.columns.ColumnPlan;
import io.millwright.templates.maintenance.fleet.Categories;
import io.millwright.templates.maintenance.fleet.FleetReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Leaves out the columns of a file that give its failures away. */
public final class Leaks {

    /** So many rows are looked at. */
    private static final int MOST_ROWS = 300_000;

    private Leaks() {}

    /**
     * The question without columns that answer it.
     *
     * @throws TemplateException of kind USER when nothing measured is left
     */
    public static Question leftOut(Question asked, Notes notes) throws TemplateException {
        int[] rows = some(asked.known());
        byte[] labels = new byte[rows.length];
        for (int at = 0; at < rows.length; at++) {
            labels[at] = (byte) (asked.classes()[rows[at]] > 0 ? 1 : 0);
        }
        List<String> names = new ArrayList<>(asked.plan().settings());
        names.addAll(asked.plan().sensors());
        names.addAll(asked.plan().categories());
        List<float[]> columns = new ArrayList<>();
        for (float[] setting : asked.fleet().settings()) {
            columns.add(pick(setting, rows));
        }
        for (float[] sensor : asked.fleet().sensors()) {
            columns.add(pick(sensor, rows));
        }
        Categories categories = Categories.of(asked.table(), asked.plan().categories());
        for (float[] codes : categories.read(asked.table(), asked.profile(), asked.fleet())) {
            columns.add(pick(codes, rows));
        }
        double[] remaining = asked.horizon() == 0
                ? new double[0]
                : IntStream.of(rows).mapToDouble(row -> asked.remaining()[row]).toArray();
        LeakGuard.Found found = LeakGuard.suspects(names, columns, labels, remaining);
        if (!found.strange().isEmpty()) {
            notes.warn(
                    "Strangely good signs of failures; make sure that they are measured beforehand: %s.",
                    Notes.list(List.copyOf(found.strange())));
        }
        Set<String> leaks = found.leaks();
        if (leaks.isEmpty()) {
            return asked;
        }
        ColumnPlan left = asked.plan().without(leaks);
        if (left.settings().isEmpty() && left.sensors().isEmpty()) {
            throw TemplateException.user(
                    "only-leaks",
                    "The only measured columns give the failures away: %s.".formatted(Notes.list(List.copyOf(leaks))),
                    "Bring a file with the values of sensors.");
        }
        notes.warn(
                "Left out, because they give failures away, so they are probably filled in afterwards: %s.",
                Notes.list(List.copyOf(leaks)));
        return new Question(
                asked.table(),
                asked.profile(),
                left,
                new FleetReader(asked.table(), asked.profile(), left, new Notes()).read(),
                asked.classes(),
                asked.names(),
                asked.horizon(),
                asked.remaining());
    }

    private static float[] pick(float[] values, int[] rows) {
        float[] picked = new float[rows.length];
        for (int at = 0; at < rows.length; at++) {
            picked[at] = values[rows[at]];
        }
        return picked;
    }

    private static int[] some(int[] rows) {
        int step = Math.max(1, Math.ceilDiv(rows.length, MOST_ROWS));
        return IntStream.range(0, Math.ceilDiv(rows.length, step))
                .map(at -> rows[at * step])
                .toArray();
    }
}
