package io.millwright.templates.maintenance.columns;

import io.millwright.plugins.api.ColumnRole;
import java.util.List;
import java.util.Locale;

/** How well a column's name fits a role, by the role's hints. */
final class NameFit {

    private static final int WHOLE = 300;
    private static final int WORD = 200;

    private NameFit() {}

    /** 0 where the name does not fit, else larger for a better fit. */
    static int of(String name, ColumnRole role) {
        String plain = plain(name);
        List<String> words = List.of(plain.split("_"));
        int best = 0;
        for (int rank = 0; rank < role.hints().size(); rank++) {
            String hint = role.hints().get(rank);
            int fit = plain.equals(hint) ? WHOLE : words.contains(hint) && tells(words, hint, role) ? WORD : 0;
            best = Math.max(best, fit == 0 ? 0 : fit - rank);
        }
        return best;
    }

    /** Whether the other words of the name leave the hint its meaning: {@code motor_id} is a motor, {@code motor_current} is not. */
    private static boolean tells(List<String> words, String hint, ColumnRole role) {
        return role != Role.ASSET
                || words.stream()
                        .allMatch(word -> word.equals(hint)
                                || Role.NUMBERING.contains(word)
                                || role.hints().contains(word)
                                || word.chars().allMatch(Character::isDigit));
    }

    static boolean isSetting(String name) {
        String plain = plain(name);
        return Role.SETTINGS.stream().anyMatch(plain::startsWith);
    }

    /** Lower case, words joined by underscores: {@code UnitNr} and {@code unit nr} become {@code unit_nr}. */
    private static String plain(String name) {
        return name.strip()
                .replaceAll("(?<=[\\p{Ll}\\d])(?=\\p{Lu})", "_")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_|_$", "");
    }
}
