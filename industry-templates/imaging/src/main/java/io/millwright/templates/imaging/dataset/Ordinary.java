package io.millwright.templates.imaging.dataset;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which of two classes is how things usually are, so that the other one is looked for. */
final class Ordinary {

    private static final Set<String> NAMES = Set.of(
            "normal",
            "ok",
            "good",
            "negative",
            "healthy",
            "none",
            "no",
            "0",
            "false",
            "intact",
            "benign",
            "clean",
            "pass",
            "gut",
            "ohne befund",
            "gesund",
            "sain",
            "sano",
            "bon",
            "control",
            "undamaged",
            "no_defect",
            "nodefect",
            "no finding",
            "io");

    private static final Set<String> NEGATIONS =
            Set.of("no", "not", "non", "without", "kein", "keine", "nicht", "ohne", "sans", "sin", "sem", "senza");

    private Ordinary() {}

    /** By its name alone, or because it is called like the other one with a "no" before; but "not ok" beside "ok" is not. */
    static boolean is(String name, String other) {
        return called(name) || !called(other) && negates(name, other);
    }

    private static boolean called(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    private static boolean negates(String name, String other) {
        List<String> words = ColumnWords.of(name);
        return words.size() > 1
                && NEGATIONS.contains(words.getFirst())
                && words.subList(1, words.size()).equals(ColumnWords.of(other));
    }
}
