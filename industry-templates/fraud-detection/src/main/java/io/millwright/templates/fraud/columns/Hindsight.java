package io.millwright.templates.fraud.columns;

import io.millwright.templates.learning.report.Notes;
import java.util.List;
import java.util.Set;

/** Warns of columns whose names say that they were written after the row happened, such as the new one of two balances. */
final class Hindsight {

    private static final Set<String> AFTER = Set.of(
            "new",
            "after",
            "neu",
            "neuer",
            "neue",
            "nach",
            "danach",
            "nuevo",
            "nueva",
            "después",
            "despues",
            "nouveau",
            "nouvelle",
            "après",
            "apres",
            "nuovo",
            "nuova",
            "dopo",
            "novo",
            "nova",
            "depois");

    private static final Set<String> BEFORE = Set.of(
            "old",
            "before",
            "alt",
            "alter",
            "alte",
            "vor",
            "davor",
            "previous",
            "prev",
            "anterior",
            "antes",
            "ancien",
            "ancienne",
            "avant",
            "precedente",
            "prima",
            "vecchio",
            "vecchia");

    private static final int LEAST_STEM = 3;

    private Hindsight() {}

    static void tell(List<String> names, Notes notes) {
        List<String> after = names.stream()
                .filter(name -> NameMatch.words(name).stream().anyMatch(AFTER::contains))
                .filter(name -> names.stream().anyMatch(other -> goesBefore(other, name)))
                .toList();
        if (!after.isEmpty()) {
            notes.warn(
                    "Named like what was known only after the row happened; leave it out unless it is there at the moment of "
                            + "scoring: %s.",
                    Notes.list(after));
        }
    }

    /** Whether one is the old and the other the new value of the same thing; spellings may differ at the end. */
    private static boolean goesBefore(String one, String other) {
        List<String> words = NameMatch.words(one);
        if (words.stream().noneMatch(BEFORE::contains)) {
            return false;
        }
        String old = String.join(
                "", words.stream().filter(word -> !BEFORE.contains(word)).toList());
        String now = String.join(
                "",
                NameMatch.words(other).stream()
                        .filter(word -> !AFTER.contains(word))
                        .toList());
        int stem = Math.max(LEAST_STEM, Math.min(old.length(), now.length()) - 2);
        return old.length() >= stem
                && now.length() >= stem
                && old.substring(0, stem).equals(now.substring(0, stem));
    }
}
