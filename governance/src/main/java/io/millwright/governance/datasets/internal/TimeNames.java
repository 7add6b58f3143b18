package io.millwright.governance.datasets.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Names that whole numbers have where they count time. */
final class TimeNames {

    private static final Set<String> WORDS = Set.of(
            "time",
            "timestamp",
            "date",
            "second",
            "minute",
            "hour",
            "day",
            "week",
            "month",
            "quarter",
            "year",
            "period",
            "step",
            "cycle",
            "zeit",
            "datum",
            "stunde",
            "tag",
            "woche",
            "monat",
            "quartal",
            "jahr",
            "periode",
            "schritt",
            "zyklus",
            "temps",
            "heure",
            "jour",
            "semaine",
            "mois",
            "trimestre",
            "annee",
            "année",
            "etape",
            "étape",
            "tiempo",
            "fecha",
            "hora",
            "dia",
            "día",
            "semana",
            "mes",
            "ano",
            "año",
            "paso",
            "ciclo",
            "tempo",
            "data",
            "ora",
            "giorno",
            "settimana",
            "mese",
            "anno",
            "passo");

    private TimeNames() {}

    /** Whether one of a name's words is one for time, alone or as a plural. */
    static boolean isTime(String name) {
        var spaced = name.replaceAll("([\\p{Ll}\\d])(\\p{Lu})", "$1 $2").toLowerCase(Locale.ROOT);
        return Arrays.stream(spaced.split("[^\\p{L}]+"))
                .anyMatch(word -> WORDS.contains(word)
                        || word.endsWith("s") && WORDS.contains(word.substring(0, word.length() - 1)));
    }
}
