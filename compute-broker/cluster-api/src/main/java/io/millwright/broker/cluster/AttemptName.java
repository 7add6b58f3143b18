package io.millwright.broker.cluster;

import java.util.regex.Pattern;

/**
 * The name of one attempt of a job on a cluster, stable across restarts of the broker.
 *
 * @param value {@code <job>-<number>}: letters, digits and hyphens, at most {@value #MAX} characters
 */
public record AttemptName(String value) {

    public static final int MAX = 80;

    private static final Pattern SHAPE = Pattern.compile("[0-9a-zA-Z-]{1," + MAX + "}");

    public AttemptName {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not an attempt name: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
