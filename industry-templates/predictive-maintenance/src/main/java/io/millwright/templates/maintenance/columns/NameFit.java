package io.millwright.templates.maintenance.columns;

import io.millwright.plugins.api.ColumnRole;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How well a column's name fits a role, by the role's hints. */
final class NameFit {

    private static final int WHOLE = 300;
    private static final int WORD = 200;

    private NameFit() {}

    /** 0 where the name does not fit, else larger for a better fit. */
    static int of(String name, ColumnRole role) {
        return of(name, role, Role.ANY_MACHINE);
    }

    /** @param machines words that name the machines of the file, and not a part of them */
    static int of(String name, ColumnRole role, Set<String> machines) {
        String plain = plain(name);
        List<String> words = List.of(plain.split("_"));
        int best = 0;
        for (int rank = 0; rank < role.hints().size(); rank++) {
            String hint = role.hints().get(rank);
            int fit =
                    plain.equals(hint) ? WHOLE : words.contains(hint) && tells(words, hint, role, machines) ? WORD : 0;
            best = Math.max(best, fit == 0 ? 0 : fit - rank);
        }
        return best;
    }

    /** The words of a name. */
    static List<String> words(String name) {
        return List.of(plain(name).split("_"));
    }

    /** Whether a name fits a role by a hint that needs no other to back it. */
    static boolean isCertain(String name, ColumnRole role) {
        String plain = plain(name);
        List<String> words = List.of(plain.split("_"));
        return role.hints().stream()
                .filter(hint -> !Role.VAGUE.contains(hint))
                .anyMatch(hint -> plain.equals(hint) || words.contains(hint));
    }

    /** Whether a name numbers what it names: {@code pump_id}, {@code Motor-Nr}. */
    static boolean isNumbered(String name) {
        return List.of(plain(name).split("_")).stream().anyMatch(Role.NUMBERING::contains);
    }

    /**
     * Whether the other words of the name leave the hint its meaning: {@code motor_id} is a motor, {@code motor_current} is not;
     * {@code machine_status} may tell of failures, {@code heater_status} does not, and {@code fan_status} only where the machines
     * are fans.
     */
    private static boolean tells(List<String> words, String hint, ColumnRole role, Set<String> machines) {
        boolean vague = role == Role.FAILURE && Role.VAGUE.contains(hint);
        return role != Role.ASSET && !vague
                || words.stream()
                        .allMatch(word -> word.equals(hint)
                                || Role.NUMBERING.contains(word)
                                || role.hints().contains(word)
                                || vague && (machines.contains(word) || Role.SORT.contains(word))
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
