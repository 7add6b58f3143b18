package io.millwright.templates.forecasting.learned;

/**
 * Where public holidays stand beside the values: whether a step is one, then which one is near, then the days from it.
 *
 * @param column the first of their columns, after all that the file tells
 * @param day how many steps a day has; 0 where it has no whole number of them: of longer steps only the number of holidays is known
 */
public record HolidayInputs(int column, int day) {

    int which() {
        return column + 1;
    }

    int away() {
        return column + 2;
    }
}
