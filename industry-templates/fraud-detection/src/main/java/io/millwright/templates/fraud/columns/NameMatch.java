package io.millwright.templates.fraud.columns;

import io.millwright.plugins.api.ColumnRole;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How well a column's name fits a role, by the role's hints. */
final class NameMatch {

    /** The name says something else: an attribute of the customer, not the customer. */
    private static final Set<String> ATTRIBUTES = Set.of(
            "age",
            "laufzeit",
            "dauer",
            "duration",
            "tenure",
            "alter",
            "days",
            "type",
            "typ",
            "balance",
            "count",
            "limit",
            "country",
            "city",
            "zip",
            "gender",
            "sex",
            "segment",
            "category",
            "categoria",
            "kategorie",
            "since",
            "score",
            "lat",
            "long",
            "lon",
            "state",
            "months",
            "birth",
            "dob",
            "income",
            "job",
            "rate",
            "flag",
            "email",
            "created",
            "opened",
            "signup",
            "avg",
            "mean",
            "old",
            "new",
            "status",
            "level");

    /** Words that say how an outcome is written, so a name with them is still the outcome's. */
    private static final Set<String> FORMS_OF_OUTCOMES = Set.of("flag", "status", "state", "type", "typ", "level");

    /** What a moment is of that lies long before or after a row happened. */
    private static final Set<String> OTHER_MOMENTS =
            Set.of("dob", "born", "opened", "opening", "signup", "since", "expiry", "expires", "expiration");

    private static final List<String> OF_OTHER_MOMENTS = List.of(
            "birth",
            "geburt",
            "naissance",
            "nacimiento",
            "nascita",
            "nascimento",
            "geboorte",
            "urodz",
            "sign_up",
            "account_open",
            "opened",
            "expiry");

    private static final String CREATED = "created";

    private static final int WHOLE = 300;
    private static final int WORD = 200;
    private static final int INSIDE = 100;
    private static final int LEAST_INSIDE = 4;
    /** Taken off a name with such words: where two columns are named like an outcome, the plainer one is it. */
    private static final int LESS_PLAIN = 50;

    private NameMatch() {}

    /** 0 where the name does not fit, else larger for a better fit. */
    static int of(String name, ColumnRole role) {
        String plain = plain(name);
        List<String> words = List.of(plain.split("_"));
        List<String> attributes = words.stream().filter(ATTRIBUTES::contains).toList();
        if (role == Role.TIME) {
            attributes =
                    attributes.stream().filter(word -> !word.equals(CREATED)).toList();
        }
        boolean formOnly = role == Role.LABEL && FORMS_OF_OUTCOMES.containsAll(attributes);
        if (!attributes.isEmpty() && !formOnly) {
            return 0;
        }
        String joined = plain.replace("_", "");
        int best = 0;
        for (int rank = 0; rank < role.hints().size(); rank++) {
            String hint = role.hints().get(rank);
            int fit = plain.equals(hint) || joined.equals(hint)
                    ? WHOLE
                    : words.contains(hint) ? WORD : inside(plain, hint) ? INSIDE : 0;
            best = Math.max(best, fit == 0 ? 0 : fit - rank);
        }
        return best == 0 || attributes.isEmpty() ? best : best - LESS_PLAIN;
    }

    /** Whether a name speaks of a birth, an opening, an expiry and the like: not of when a row happened. */
    static boolean otherMoment(String name) {
        String plain = plain(name);
        List<String> words = List.of(plain.split("_"));
        boolean ofCustomer = words.contains(CREATED) && words.stream().anyMatch(Role.CUSTOMER.hints()::contains);
        return ofCustomer
                || words.stream().anyMatch(OTHER_MOMENTS::contains)
                || OF_OTHER_MOMENTS.stream().anyMatch(plain::contains);
    }

    /** Whether the last word of a name, or all of it, is a hint of the role. */
    static boolean endsWithHint(String name, ColumnRole role) {
        String plain = plain(name);
        return role.hints().contains(plain.replace("_", ""))
                || role.hints().contains(plain.substring(plain.lastIndexOf('_') + 1));
    }

    /** The words of a name, in lower case; {@code old} and {@code new} are words even where nothing parts them. */
    static List<String> words(String name) {
        return List.of(
                plain(name).replaceFirst("^(old|new)(?=\\p{L}{3})", "$1_").split("_"));
    }

    /** Whether a fit is of the whole name. */
    static boolean whole(int fit) {
        return fit > WORD;
    }

    /** Whether a fit is of a whole word, not of some letters inside one. */
    static boolean wholeWord(int fit) {
        return fit > INSIDE;
    }

    private static boolean inside(String plain, String hint) {
        return hint.length() >= LEAST_INSIDE && plain.contains(hint);
    }

    /** Lower case, words joined by underscores: {@code TxAmount} and {@code tx amount} become {@code tx_amount}. */
    private static String plain(String name) {
        return name.strip()
                .replaceAll("(?<=[\\p{Ll}\\d])(?=\\p{Lu})", "_")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_|_$", "");
    }
}
