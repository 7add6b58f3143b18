package io.millwright.templates.fraud.ledger;

/**
 * The rows of each entity, in the order of time.
 *
 * @param start where each entity's rows begin in {@code rows}; one more at the end
 * @param rows row numbers, entity by entity
 */
public record ByEntity(int[] start, int[] rows) {

    /** @param entity a number from 0, or {@link Transactions#NOBODY}, for each row; rows are in the order of time */
    public static ByEntity of(int[] entity) {
        int entities = 0;
        for (int one : entity) {
            entities = Math.max(entities, one + 1);
        }
        int[] start = new int[entities + 1];
        for (int one : entity) {
            if (one >= 0) {
                start[one + 1]++;
            }
        }
        for (int one = 0; one < entities; one++) {
            start[one + 1] += start[one];
        }
        int[] at = start.clone();
        int[] rows = new int[start[entities]];
        for (int row = 0; row < entity.length; row++) {
            if (entity[row] >= 0) {
                rows[at[entity[row]]++] = row;
            }
        }
        return new ByEntity(start, rows);
    }

    public int entities() {
        return start.length - 1;
    }
}
