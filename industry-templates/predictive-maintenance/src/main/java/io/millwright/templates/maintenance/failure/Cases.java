package io.millwright.templates.maintenance.failure;

import io.millwright.templates.learning.boosting.Labelled;
import io.millwright.templates.learning.boosting.Matrix;
import io.millwright.templates.maintenance.fleet.Fleet;
import java.util.Arrays;
import java.util.List;

/**
 * Rows to learn from, with what became of them.
 *
 * @param rows of the fleet
 * @param classes position in {@code names} for each; 0 is no failure
 * @param names of the classes
 * @param matrix their features
 */
record Cases(int[] rows, int[] classes, List<String> names, Matrix matrix) {

    byte[] labels() {
        byte[] labels = new byte[classes.length];
        for (int at = 0; at < labels.length; at++) {
            labels[at] = (byte) (classes[at] > 0 ? 1 : 0);
        }
        return labels;
    }

    int size() {
        return rows.length;
    }

    int failures() {
        return (int) Arrays.stream(classes).filter(one -> one > 0).count();
    }

    int[] machines(Fleet fleet) {
        return Arrays.stream(rows).map(fleet::assetOf).toArray();
    }

    /** More cells teach little more than so many; failures are kept longest. */
    static final long ENOUGH_CELLS = 3_000_000;

    /** Some of them: of very many, every second row that is no failure, every third and so on, which counts for as many. */
    Labelled thinned(int[] positions, long cells) {
        long most = cells / Math.max(1, matrix.columns());
        int failing =
                (int) Arrays.stream(positions).filter(at -> classes[at] > 0).count();
        int failingStep = (int) Math.max(1, Math.ceilDiv(2L * failing, most));
        int otherStep = (int)
                Math.max(1, Math.ceilDiv((long) positions.length - failing, Math.max(1, most - failing / failingStep)));
        int[] kept = new int[positions.length];
        float[] weights = new float[positions.length];
        int count = 0;
        int[] seen = new int[2];
        for (int at : positions) {
            int kind = classes[at] > 0 ? 1 : 0;
            int step = kind == 1 ? failingStep : otherStep;
            if (seen[kind]++ % step == 0) {
                weights[count] = step;
                kept[count++] = at;
            }
        }
        Labelled some = labelled(Arrays.copyOf(kept, count), 0);
        return new Labelled(some.matrix(), some.labels(), Arrays.copyOf(weights, count));
    }

    /** Some of them, as yes or no: of one class, or of any failure for class 0. */
    Labelled labelled(int[] positions, int wanted) {
        float[] labels = new float[positions.length];
        for (int at = 0; at < labels.length; at++) {
            int found = classes[positions[at]];
            labels[at] = (wanted == 0 ? found > 0 : found == wanted) ? 1 : 0;
        }
        return new Labelled(matrix(positions), labels);
    }

    Matrix matrix(int[] positions) {
        int width = matrix.columns();
        float[] cells = new float[Math.multiplyExact(positions.length, width)];
        for (int at = 0; at < positions.length; at++) {
            System.arraycopy(matrix.cells(), positions[at] * width, cells, at * width, width);
        }
        return new Matrix(cells, positions.length, width, matrix.categorical());
    }
}
