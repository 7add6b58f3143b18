package io.millwright.templates.imaging;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which mirror images show the same, as a person chose; {@link #AUTO} leaves it to the images. */
enum Mirroring {
    AUTO,
    NONE,
    HORIZONTAL,
    BOTH;

    static List<String> choices() {
        return Arrays.stream(values()).map(Mirroring::choice).toList();
    }

    static Optional<Mirroring> of(String choice) {
        return Arrays.stream(values())
                .filter(one -> one.choice().equalsIgnoreCase(choice))
                .findFirst();
    }

    String choice() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What holds where the images say whether mirror images mislead. */
    Mirroring decided(boolean misleading) {
        return this != AUTO ? this : misleading ? NONE : HORIZONTAL;
    }

    boolean mirrors() {
        return this != NONE;
    }

    boolean turns() {
        return this == BOTH;
    }
}
