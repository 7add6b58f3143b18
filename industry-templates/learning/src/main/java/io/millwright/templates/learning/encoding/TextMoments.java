package io.millwright.templates.learning.encoding;

import java.util.List;
import java.util.Optional;

/**
 * Moments written as text. Of the formats that read (nearly) all examples the one wins in which time runs backwards least:
 * where day and month could be mixed up, a file in order tells which is which.
 */
final class TextMoments {

    private static final double ENOUGH = 0.95;

    private TextMoments() {}

    static Optional<MomentReader> of(ColumnProfile column, String preferred) {
        List<String> examples = column.examples();
        TextFormat best = null;
        long fewest = Long.MAX_VALUE;
        for (TextFormat format : TextFormat.ALL) {
            if (!reads(format, examples)) {
                continue;
            }
            long falls = format.name().equals(preferred) ? -1 : falls(format, examples);
            if (falls < fewest) {
                best = format;
                fewest = falls;
            }
        }
        return Optional.ofNullable(best).map(TextMoments::reader);
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
