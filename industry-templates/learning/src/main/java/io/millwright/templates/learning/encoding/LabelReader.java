package io.millwright.templates.learning.encoding;

import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.TemplateException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads a yes-or-no column in many spellings: 0/1, -1/1, yes/no, fraud/ok, in some languages.
 *
 * @param meaning 1 or 0 by normalised spelling
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

    public LabelReader {
        meaning = Map.copyOf(meaning);
    }

    /**
     * Learns the two spellings of a column.
     *
     * @param counts how often each spelling occurs
     * @throws TemplateException of kind USER when there are not exactly two
     */
    public static LabelReader of(String column, Map<String, Integer> counts) throws TemplateException {
        Map<String, Integer> merged = new LinkedHashMap<>();
        counts.forEach((text, count) -> merged.merge(normal(text), count, Integer::sum));
        merged.remove("");
        if (merged.size() < 2) {
            throw TemplateException.user(
                    "label-one-class",
                    merged.isEmpty()
                            ? "The label column \"%s\" is empty.".formatted(column)
                            : "Every row has the same label \"%s\" in column \"%s\": there is nothing to tell apart."
                                    .formatted(counts.keySet().iterator().next(), column),
                    "Bring a file with both sorts of rows, or choose another label column.");
        }
        if (merged.size() > 2) {
            throw TemplateException.user(
                    "label-not-binary",
                    "The label column \"%s\" has more than two different values, e.g. %s."
                            .formatted(column, String.join(", ", new ArrayList<>(counts.keySet()).subList(0, 3))),
                    "Choose a column that says yes or no, e.g. 1 for fraud and 0 for genuine.");
        }
        return ofTwo(merged);
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

    /** The spelling that means yes. */
    public String yes() {
        return meaning.entrySet().stream()
                .filter(entry -> entry.getValue() == 1)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("1");
    }

    /** Lower case, letters, digits and a leading minus only; a number without its empty decimals. */
    static String normal(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT).replaceFirst("^([-+]?\\d+)[.,]0*$", "$1");
        String bare = lower.replaceAll("(?<!^)[^\\p{L}\\p{N}]|^[^\\p{L}\\p{N}-]", "");
        return bare.replaceFirst("^-(?!\\d)", "");
    }
}
