package io.millwright.portal.ui.datasets;

import io.millwright.governance.datasets.DatasetColumn;
import io.millwright.governance.datasets.DatasetVersion;
import io.millwright.governance.datasets.Lineage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Which columns of a table people see, by position, and in which order. Of a scored table all reasons share one column, and
 * where there is a score it stands first with them, since these are what one came for; templates name them {@code score} and
 * {@code reason1} on.
 *
 * @param score position of the score, -1 when this is no scored table
 * @param reasons positions of the reasons
 * @param plain positions of the others
 */
record ShownColumns(int score, List<Integer> reasons, List<Integer> plain) {

    /** Wider tables than this are shown in parts. */
    static final int MOST = 40;

    static ShownColumns of(DatasetVersion version) {
        var names = version.columns().stream()
                .map(DatasetColumn::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        var made = version.lineage().kind() == Lineage.Kind.SCORED;
        var score = made ? names.indexOf("score") : -1;
        var reasons = new ArrayList<Integer>();
        var plain = new ArrayList<Integer>();
        IntStream.range(0, names.size())
                .filter(at -> at != score)
                .forEach(at -> (made && names.get(at).matches("reasons?_?\\d*") ? reasons : plain).add(at));
        return new ShownColumns(score, List.copyOf(reasons), List.copyOf(plain));
    }

    /** Some of the others, from one of them on. */
    List<Integer> part(int from) {
        return plain.subList(from, Math.min(from + MOST, plain.size()));
    }

    boolean scored() {
        return score >= 0;
    }

    boolean wide() {
        return plain.size() > MOST;
    }
}
