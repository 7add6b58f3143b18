package io.millwright.templates.maintenance.outcomes;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows marks of maintenance by their words: a machine that is looked after has not failed. */
final class Maintenance {

    private static final Pattern WORDS = Pattern.compile("[^\\p{L}]+");

    private static final Set<String> PLANNED = Set.of(
            "maintenance",
            "maintained",
            "service",
            "serviced",
            "servicing",
            "inspection",
            "inspected",
            "preventive",
            "preventative",
            "planned",
            "scheduled",
            "overhaul",
            "overhauled",
            "censored",
            "suspended",
            "wartung",
            "gewartet",
            "instandhaltung",
            "inspektion",
            "geplant",
            "geplante",
            "überholung",
            "zensiert",
            "mantenimiento",
            "inspección",
            "inspeccion",
            "preventivo",
            "programado",
            "entretien",
            "préventif",
            "planifié",
            "révision",
            "manutenzione",
            "ispezione",
            "preventiva",
            "programmata",
            "manutenção",
            "manutencao",
            "inspeção",
            "维护",
            "保养");

    /** Done after a failure as well as before one. */
    private static final Set<String> REPAIRS = Set.of(
            "repair",
            "repaired",
            "replaced",
            "replacement",
            "reparatur",
            "repariert",
            "ersetzt",
            "austausch",
            "ausgetauscht",
            "reparación",
            "reparacion",
            "reparado",
            "reemplazado",
            "réparation",
            "reparation",
            "réparé",
            "remplacé",
            "remplacement",
            "riparazione",
            "riparato",
            "sostituito",
            "sostituzione",
            "维修",
            "更换");

    /** Beside these, maintenance follows a failure. */
    private static final Set<String> FAILING = Set.of(
            "failure",
            "failed",
            "fail",
            "fault",
            "breakdown",
            "broken",
            "defect",
            "defective",
            "damage",
            "damaged",
            "unplanned",
            "unscheduled",
            "emergency",
            "corrective",
            "out",
            "ausfall",
            "ausgefallen",
            "defekt",
            "störung",
            "stoerung",
            "schaden",
            "ungeplant",
            "ungeplante",
            "fallo",
            "falla",
            "averia",
            "avería",
            "correctivo",
            "panne",
            "défaut",
            "defaut",
            "correctif",
            "guasto",
            "correttiva",
            "falha");

    private Maintenance() {}

    /**
     * Those of a column's marks that tell of maintenance and not of a failure. A repair is none where nothing but repairs tells of
     * failures.
     *
     * @param marks what is not said of machines that are well
     * @param only whether maintenance is what is asked for where nothing else is told
     */
    static Set<String> among(Collection<String> marks, boolean only) {
        List<String> planned =
                marks.stream().filter(mark -> tells(mark, PLANNED)).toList();
        List<String> repairs = marks.stream()
                .filter(mark -> !planned.contains(mark) && tells(mark, REPAIRS))
                .toList();
        int failures = marks.size() - planned.size() - repairs.size();
        Set<String> found = new HashSet<>();
        if (failures > 0 || !repairs.isEmpty() || !only) {
            found.addAll(planned);
        }
        if (failures > 0) {
            found.addAll(repairs);
        }
        return found;
    }

    private static boolean tells(String mark, Set<String> wanted) {
        List<String> words = List.of(WORDS.split(mark.strip().toLowerCase(Locale.ROOT)));
        return words.stream().anyMatch(wanted::contains) && words.stream().noneMatch(FAILING::contains);
    }
}
