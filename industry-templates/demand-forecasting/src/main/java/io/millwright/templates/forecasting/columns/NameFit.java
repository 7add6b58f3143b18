package io.millwright.templates.forecasting.columns;

import io.millwright.plugins.api.ColumnRole;
import java.text.Normalizer;
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
        String plain = plain(name);
        List<String> words = words(name);
        int best = 0;
        for (int rank = 0; rank < role.hints().size(); rank++) {
            String hint = role.hints().get(rank);
            int fit = plain.equals(hint) ? WHOLE : words.contains(hint) ? WORD : 0;
            best = Math.max(best, fit == 0 ? 0 : fit - rank);
        }
        return best;
    }

    /** Whether a name is one of some, and nothing beside. */
    static boolean whole(String name, Set<String> names) {
        return names.contains(plain(name));
    }

    static List<String> words(String name) {
        return List.of(plain(name).split("_"));
    }

    /**
     * Lower case without accents, words joined by underscores: {@code UnitNr} and {@code unit nr} become {@code unit_nr}, and
     * {@code Stück} becomes {@code stueck}.
     */
    private static String plain(String name) {
        String written = name.strip()
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("Ä", "Ae")
                .replace("Ö", "Oe")
                .replace("Ü", "Ue")
                .replace("ß", "ss")
                .replace("ł", "l");
        return Normalizer.normalize(written, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("(?<=[\\p{Ll}\\d])(?=\\p{Lu})", "_")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_|_$", "");
    }
}
