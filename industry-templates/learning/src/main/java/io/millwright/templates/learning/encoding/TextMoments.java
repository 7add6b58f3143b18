package io.millwright.templates.learning.encoding;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Moments written as text. Of the formats that read (nearly) all examples the one wins in which time runs backwards least:
 * where day and month could be mixed up, a file in order tells which is which. Where order does not tell, regular times do:
 * the first days of months, read as days of January, would leave most of each year empty.
 */
final class TextMoments {

    private static final double ENOUGH = 0.95;

    /** How much more regular times must be to tell which format is meant. */
    private static final double CLEARLY = 0.5;

    private TextMoments() {}

    static Optional<MomentReader> of(ColumnProfile column, String preferred) {
        List<String> examples = column.examples();
        TextFormat best = null;
        long fewest = Long.MAX_VALUE;
        double loosest = Double.NaN;
        for (TextFormat format : TextFormat.ALL) {
            if (!reads(format, examples)) {
                continue;
            }
            long falls = format.name().equals(preferred) ? -1 : falls(format, examples);
            double loose = falls <= fewest ? looseness(format, examples) : Double.NaN;
            if (falls < fewest || falls == fewest && loose < CLEARLY * loosest) {
                best = format;
                fewest = falls;
                loosest = loose;
            }
        }
        return Optional.ofNullable(best).map(TextMoments::reader);
    }

    /** The time from the first to the last moment over what steps of the usual size would take: about 1 for regular times. */
    private static double looseness(TextFormat format, List<String> examples) {
        long[] moments = examples.stream()
                .mapToLong(format::micros)
                .filter(micros -> micros != MomentReader.MISSING)
                .sorted()
                .distinct()
                .toArray();
        if (moments.length < 3) {
            return 1;
        }
        long[] steps = new long[moments.length - 1];
        for (int at = 0; at < steps.length; at++) {
            steps[at] = moments[at + 1] - moments[at];
        }
        Arrays.sort(steps);
        return (double) (moments[moments.length - 1] - moments[0]) / ((double) steps[steps.length / 2] * steps.length);
    }

    private static MomentReader reader(TextFormat format) {
        return new MomentReader(format.name(), true, (row, at) -> {
            String text = row.text(at);
            return text == null ? MomentReader.MISSING : format.micros(text);
        });
    }

    private static boolean reads(TextFormat format, List<String> examples) {
        // Two tell in most cases; this keeps the search through all formats quick.
        if (format.micros(examples.getFirst()) == MomentReader.MISSING
                && format.micros(examples.getLast()) == MomentReader.MISSING) {
            return false;
        }
        long read = examples.stream()
                .filter(example -> format.micros(example) != MomentReader.MISSING)
                .count();
        return read >= ENOUGH * examples.size();
    }

    /** How often time runs backwards; a file may also be in falling order. */
    private static long falls(TextFormat format, List<String> examples) {
        long falls = 0;
        long rises = 0;
        long last = format.micros(examples.getFirst());
        for (String example : examples) {
            long micros = format.micros(example);
            falls += micros < last ? 1 : 0;
            rises += micros > last ? 1 : 0;
            last = micros;
        }
        return Math.min(falls, rises);
    }
}
