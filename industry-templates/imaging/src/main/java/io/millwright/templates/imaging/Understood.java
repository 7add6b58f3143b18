package io.millwright.templates.imaging;

import io.millwright.plugins.api.DatasetContext;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.imaging.dataset.Classes;
import io.millwright.templates.imaging.dataset.Copies;
import io.millwright.templates.imaging.dataset.Listing;
import io.millwright.templates.imaging.dataset.Mirrors;
import io.millwright.templates.imaging.dataset.Partition;
import io.millwright.templates.imaging.dataset.Pictures;
import io.millwright.templates.imaging.network.Examples;
import io.millwright.templates.imaging.pictures.Standardisation;
import io.millwright.templates.learning.report.Notes;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A dataset, read and understood; the same for training, trials and inspection. */
record Understood(Listing listing, Classes classes, Plan plan, Pictures pictures, Partition partition) {

    private static final double TELLING = 0.6;
    private static final int LISTED = 5;

    static Understood of(DatasetContext context, Settings settings, Notes notes, double until)
            throws TemplateException, InterruptedException {
        Listing listing = Listing.of(context);
        Classes classes = Classes.of(listing, context.options());
        Plan plan = Plan.of(listing, classes, classes.present().size() * 4 / 5, settings);
        long bytes = (long) listing.size() * plan.input().values();
        if (bytes > context.resources().memoryBytes() / 4) {
            throw TemplateException.resources(
                    "memory-too-small",
                    String.format(
                            Locale.ROOT,
                            "%,d images of %d × %d pixels need about %,d MB of memory.",
                            listing.size(),
                            plan.input().width(),
                            plan.input().height(),
                            4 * bytes >> 20),
                    "Start again with more memory, a smaller input size, or fewer images.");
        }
        Pictures pictures = Pictures.read(listing, plan.input(), context.progress(), 0.01, until);
        refuseUnreadable(listing, pictures);
        int[] copies = Copies.find(pictures);
        Partition partition = Partition.of(listing, classes, pictures, copies, context.options(), context.seed());
        if (partition.learning().length < 2 * Classes.FEWEST || partition.judged().length < 2) {
            throw TemplateException.user(
                    "too-few-images",
                    "Only %d images can be learnt from and %d judged."
                            .formatted(partition.learning().length, partition.judged().length),
                    "Bring more images of each class, better hundreds.");
        }
        tell(listing, classes, pictures, partition, copies, notes);
        Mirroring mirroring = settings.mirroring();
        if (mirroring == Mirroring.AUTO) {
            mirroring = mirroring.decided(Mirrors.mislead(pictures, classes, partition.learning()));
        }
        return new Understood(
                listing,
                classes,
                Plan.of(listing, classes, partition.learning().length, settings.with(mirroring)),
                pictures,
                partition);
    }

    private static void refuseUnreadable(Listing listing, Pictures pictures) throws TemplateException {
        int bad = pictures.unreadable().size();
        if (bad * 2 > listing.size()) {
            int first = pictures.unreadable().keySet().iterator().next();
            throw TemplateException.user(
                    "images-unreadable",
                    "%d of %d images cannot be read; of %s %s."
                            .formatted(
                                    bad,
                                    listing.size(),
                                    listing.name(first),
                                    pictures.unreadable().get(first)),
                    "Bring PNG, JPEG, GIF or BMP files that open elsewhere.");
        }
    }

    private static void tell(
            Listing listing, Classes classes, Pictures pictures, Partition partition, int[] copies, Notes notes) {
        if (!pictures.unreadable().isEmpty()) {
            List<String> names = pictures.unreadable().keySet().stream()
                    .limit(LISTED)
                    .map(listing::name)
                    .toList();
            notes.warn(
                    "%,d images cannot be read and were left out, e.g. %s.",
                    pictures.unreadable().size(), String.join(", ", names));
        }
        if (!classes.rare().isEmpty()) {
            notes.warn(
                    "Left out, because fewer than %d images have them or lack them: %s.",
                    Classes.FEWEST, String.join(", ", classes.rare()));
        }
        int unknown = listing.size() - classes.present().size();
        if (unknown > 0) {
            notes.warn("Of %,d images no class is known; they were left out.", unknown);
        }
        if (partition.leaks() > 0) {
            notes.warn(
                    "%,d images to learn from are nearly the same as judged ones; they were left out, since they would flatter the figures.",
                    partition.leaks());
        }
        if (partition.related() > 0) {
            notes.warn(
                    partition.relatedLeftOut()
                            ? "%,d images to learn from show a person or thing that is judged on, too; they were left out."
                            : "%,d images to learn from show a person or thing that is judged on, too, because without them too little is there: "
                                    + "the figures tell how well known ones are recognised, not new ones.",
                    partition.related());
        }
        long copied = java.util.stream.IntStream.range(0, copies.length)
                .filter(row -> copies[row] != row)
                .count();
        if (copied > 0) {
            notes.warn("%,d images are nearly the same as another one; copies were kept on one side.", copied);
        }
        long contradicting = java.util.stream.IntStream.range(0, copies.length)
                .filter(row -> copies[row] != row
                        && classes.known(row)
                        && classes.known(copies[row])
                        && !Arrays.equals(classes.truth()[row], classes.truth()[copies[row]]))
                .count();
        if (contradicting > 0) {
            notes.warn("%,d copies have another class than their original: look at their labels.", contradicting);
        }
    }

    /** By image, unless brightness or contrast itself tells the classes apart. */
    Standardisation standardisation() {
        int[] rows = partition.learning();
        double[][] looks = new double[rows.length][2];
        double mean = 0;
        double squares = 0;
        for (int at = 0; at < rows.length; at++) {
            double sum = 0;
            double square = 0;
            byte[] values = pictures.values()[rows[at]];
            for (byte value : values) {
                double level = (value & 0xFF) / 255.0;
                sum += level / values.length;
                square += level * level / values.length;
            }
            looks[at][0] = sum;
            looks[at][1] = Math.sqrt(Math.max(0, square - sum * sum));
            mean += sum / rows.length;
            squares += square / rows.length;
        }
        boolean telling = explained(looks, 0) > TELLING || explained(looks, 1) > TELLING;
        return new Standardisation(!telling, mean, Math.max(0.01, Math.sqrt(Math.max(0, squares - mean * mean))));
    }

    /** Share of the variance of a figure that lies between the classes. */
    private double explained(double[][] looks, int figure) {
        int count = classes.names().size() + 1;
        double[] sums = new double[count];
        double[] sizes = new double[count];
        double total = 0;
        double squares = 0;
        for (int at = 0; at < looks.length; at++) {
            int kind = classes.classOf(partition.learning()[at]) + 1;
            sums[kind] += looks[at][figure];
            sizes[kind]++;
            total += looks[at][figure];
            squares += looks[at][figure] * looks[at][figure];
        }
        double mean = total / looks.length;
        double between = 0;
        for (int kind = 0; kind < count; kind++) {
            between += sizes[kind] == 0 ? 0 : sizes[kind] * Math.pow(sums[kind] / sizes[kind] - mean, 2);
        }
        double whole = squares - looks.length * mean * mean;
        return whole < 1e-9 ? 0 : between / whole;
    }

    Examples examples() {
        byte[][] truth = new byte[partition.learning().length][];
        for (int at = 0; at < truth.length; at++) {
            truth[at] =
                    java.util.Objects.requireNonNull(classes.truth()[partition.learning()[at]]);
        }
        return Examples.balanced(pictures.of(partition.learning()), truth, classes.exclusive());
    }
}
