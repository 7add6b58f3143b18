package io.millwright.templates.learning.encoding;

import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.TemplateException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads a yes-or-no column in many spellings: 0/1, -1/1, yes/no, fraud/ok, in some languages.
 *
 * @param meaning 1, 0 or {@link #UNKNOWN} by normalised spelling
 * @param sure whether the spellings themselves told which is which
 */
public record LabelReader(Map<String, Byte> meaning, boolean sure) {

    /** Neither yes nor no is known of a row. */
    public static final byte UNKNOWN = -1;

    private static final Set<String> YES = Set.of(
            "1",
            "true",
            "t",
            "yes",
            "y",
            "ja",
            "j",
            "si",
            "sí",
            "s",
            "sim",
            "oui",
            "tak",
            "да",
            "fraud",
            "fraudulent",
            "isfraud",
            "fraude",
            "betrug",
            "betrugsfall",
            "frode",
            "frodi",
            "oszustwo",
            "bad",
            "default",
            "defaulted",
            "chargedoff",
            "chargeback",
            "positive",
            "pos",
            "abuse",
            "scam",
            "suspicious",
            "anomaly",
            "malicious",
            "compromised",
            "stolen",
            "illicit",
            "verdacht",
            "vrai",
            "vero",
            "verdadero",
            "verdadeiro",
            "wahr",
            "prawda",
            "schlecht",
            "malo",
            "mauvais",
            "fraudulento",
            "fraudulenta",
            "frauduleux");
    private static final Set<String> NO = Set.of(
            "0",
            "-1",
            "false",
            "f",
            "no",
            "n",
            "nein",
            "non",
            "nao",
            "não",
            "nie",
            "нет",
            "ok",
            "okay",
            "legit",
            "legitimate",
            "legal",
            "genuine",
            "normal",
            "good",
            "clean",
            "negative",
            "neg",
            "valid",
            "paid",
            "fullypaid",
            "nofraud",
            "notfraud",
            "nonfraud",
            "none",
            "benign",
            "licit",
            "honest",
            "echt",
            "gut",
            "legítimo",
            "legitimo",
            "keinbetrug",
            "legitime",
            "légitime",
            "genuino",
            "regular",
            "unauffällig",
            "faux",
            "falso",
            "falsch",
            "fałsz",
            "bueno",
            "bon",
            "nodefault",
            "current");

    /** Say that the outcome is not known. */
    private static final Set<String> MISSING = Set.of(
            "na",
            "nan",
            "null",
            "nil",
            "missing",
            "unknown",
            "notknown",
            "notavailable",
            "undefined",
            "undetermined",
            "undecided",
            "pending",
            "tbd",
            "unbekannt",
            "ausstehend",
            "inconnu",
            "desconocido",
            "desconhecido",
            "sconosciuto",
            "onbekend",
            "nieznany",
            "pendiente",
            "pendente");

    /** Means no where it is the only word for it, else that nothing is known. */
    private static final String NONE = "none";

    public LabelReader {
        meaning = Map.copyOf(meaning);
    }

    /**
     * Learns the spellings of a column: two, or more of which each is known to mean yes or no. Beside others, words for what
     * is missing are neither.
     *
     * @param counts how often each spelling occurs
     * @throws TemplateException of kind USER when there are not two sorts
     */
    public static LabelReader of(String column, Map<String, Integer> counts) throws TemplateException {
        Map<String, Integer> merged = new LinkedHashMap<>();
        counts.forEach((text, count) -> merged.merge(normal(text), count, Integer::sum));
        merged.remove("");
        Map<String, Byte> unknown = merged.size() > 2 ? withoutOutcome(merged.keySet()) : Map.of();
        merged.keySet().removeAll(unknown.keySet());
        if (merged.size() < 2) {
            throw TemplateException.user(
                    "label-one-class",
                    merged.isEmpty()
                            ? "The label column \"%s\" is empty.".formatted(column)
                            : "Every row has the same label \"%s\" in column \"%s\": there is nothing to tell apart."
                                    .formatted(
                                            spelling(merged.keySet().iterator().next(), counts), column),
                    "Bring a file with both sorts of rows, or choose another label column.");
        }
        LabelReader known;
        if (merged.size() == 2) {
            known = ofTwo(merged);
        } else if (sure(merged.keySet())) {
            known = ofMany(merged.keySet());
        } else {
            throw TemplateException.user(
                    "label-not-binary",
                    "The label column \"%s\" has more than two different values, e.g. %s."
                            .formatted(column, String.join(", ", new ArrayList<>(counts.keySet()).subList(0, 3))),
                    "Choose a column that says yes or no, e.g. 1 for fraud and 0 for genuine.");
        }
        Map<String, Byte> meaning = new HashMap<>(unknown);
        meaning.putAll(known.meaning());
        return new LabelReader(meaning, known.sure());
    }

    private static Map<String, Byte> withoutOutcome(Set<String> words) {
        boolean anotherNo = words.stream().anyMatch(word -> NO.contains(word) && !word.equals(NONE));
        Map<String, Byte> unknown = new HashMap<>();
        for (String word : words) {
            if (MISSING.contains(word) || (anotherNo && word.equals(NONE))) {
                unknown.put(word, UNKNOWN);
            }
        }
        return unknown;
    }

    /** Whether each word is known and both sorts are there; 0 beside -1 might be either. */
    private static boolean sure(Set<String> words) {
        boolean each = words.stream().allMatch(word -> YES.contains(word) || NO.contains(word));
        boolean both = words.stream().anyMatch(YES::contains) && words.stream().anyMatch(NO::contains);
        return each && both && !words.containsAll(Set.of("0", "-1"));
    }

    private static LabelReader ofMany(Set<String> words) {
        Map<String, Byte> meaning = new HashMap<>();
        words.forEach(word -> meaning.put(word, YES.contains(word) ? (byte) 1 : 0));
        return new LabelReader(meaning, true);
    }

    /** As the data spells a word first. */
    private static String spelling(String word, Map<String, Integer> counts) {
        return counts.keySet().stream()
                .filter(text -> normal(text).equals(word))
                .findFirst()
                .orElse(word);
    }

    private static LabelReader ofTwo(Map<String, Integer> counts) {
        List<String> both = new ArrayList<>(counts.keySet());
        String one = both.get(0);
        String two = both.get(1);
        // 1 and 2 as codes say nothing about which is which.
        boolean codes = counts.keySet().equals(Set.of("1", "2"));
        if (!codes && (YES.contains(one) && !YES.contains(two) || NO.contains(two) && !NO.contains(one))) {
            return new LabelReader(Map.of(one, (byte) 1, two, (byte) 0), true);
        }
        if (!codes && (YES.contains(two) && !YES.contains(one) || NO.contains(one) && !NO.contains(two))) {
            return new LabelReader(Map.of(two, (byte) 1, one, (byte) 0), true);
        }
        boolean firstIsRarer = counts.getOrDefault(one, 0) <= counts.getOrDefault(two, 0);
        String rarer = firstIsRarer ? one : two;
        return new LabelReader(Map.of(rarer, (byte) 1, firstIsRarer ? two : one, (byte) 0), false);
    }

    /** 1, 0 or {@link #UNKNOWN}. */
    public byte read(RowCursor row, int column) {
        String text = row.text(column);
        return text == null ? UNKNOWN : meaning(text);
    }

    /** 1, 0 or {@link #UNKNOWN}, for a value as the data spells it; a later file may spell otherwise. */
    public byte meaning(String text) {
        String plain = normal(text);
        Byte learnt = meaning.get(plain);
        if (learnt != null) {
            return learnt;
        }
        return YES.contains(plain) ? 1 : NO.contains(plain) ? 0 : UNKNOWN;
    }

    /** The spelling that means yes; of several the alphabetically first. */
    public String yes() {
        return meaning.entrySet().stream()
                .filter(entry -> entry.getValue() == 1)
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder())
                .orElse("1");
    }

    /** Lower case, letters, digits and a leading minus only; a number without its empty decimals. */
    static String normal(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT).replaceFirst("^([-+]?\\d+)[.,]0*$", "$1");
        String bare = lower.replaceAll("(?<!^)[^\\p{L}\\p{N}]|^[^\\p{L}\\p{N}-]", "");
        return bare.replaceFirst("^-(?!\\d)", "");
    }
}
