package io.millwright.templates.fraud.features;

/**
 * A column that the model sees.
 *
 * @param name stable identity, lower camel case; for a column of the file its name
 * @param title what a chart calls it
 * @param theme what it is about; of features about the same thing one serves as a reason
 * @param category whether its numbers are codes without an order
 * @param wording says a value in words
 */
public record Feature(String name, String title, String theme, boolean category, Wording wording) {

    /** A feature whose numbers have an order. */
    public Feature(String name, String title, String theme, Wording wording) {
        this(name, title, theme, false, wording);
    }

    /** Says a value in words, e.g. "amount 4.2 x this customer's usual". */
    @FunctionalInterface
    public interface Wording {
        String say(double value);
    }
}
