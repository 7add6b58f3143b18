package io.millwright.templates.imaging.report;

import io.millwright.plugins.api.Chart;
import io.millwright.templates.imaging.Panel;
import io.millwright.templates.imaging.dataset.Listing;
import io.millwright.templates.imaging.dataset.Pictures;
import io.millwright.templates.imaging.judging.Judgement;
import io.millwright.templates.learning.images.Pixels;
import io.millwright.templates.learning.images.Thumbnails;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Chooses images to show and lays over them where the networks looked. */
public final class PictureBook {

    private final Judgement said;
    private final List<String> classes;
    private final Listing listing;
    private final Pictures pictures;
    private final Panel panel;
    private final IntFunction<@Nullable String> known;
    private final List<Chart.Picture> chosen = new ArrayList<>();

    /** @param known what is known of a row of the set; null where nothing is */
    public PictureBook(
            Judgement said,
            List<String> classes,
            Listing listing,
            Pictures pictures,
            Panel panel,
            IntFunction<@Nullable String> known) {
        this.said = said;
        this.classes = classes;
        this.listing = listing;
        this.pictures = pictures;
        this.panel = panel;
        this.known = known;
    }

    /** Adds the images for which something holds, the largest by some figure first. */
    public PictureBook add(String group, int most, IntPredicate which, IntToDoubleFunction order, String why) {
        IntStream.range(0, said.rows().length)
                .filter(which)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer at) -> -order.applyAsDouble(at)))
                .limit(most)
                .forEach(at -> chosen.add(picture(group, at, why)));
        return this;
    }

    public boolean isEmpty() {
        return chosen.isEmpty();
    }

    public Chart gallery(String title) {
        return new Chart.Gallery("gallery", title, chosen);
    }

    private Chart.Picture picture(String group, int at, String why) {
        int row = said.rows()[at];
        int best = said.best(at);
        Pixels image = pictures.pixels(row);
        float[] map = panel.saliency(pictures.values()[row], best);
        String answer = known.apply(row);
        String truth = answer == null ? "" : " It is in \"" + answer + "\".";
        return new Chart.Picture(
                group,
                String.format(Locale.ROOT, "%s, %.0f %%", classes.get(best), 100 * said.probabilities()[at][best]),
                String.format(
                        Locale.ROOT,
                        "%s: %s, strangeness %.2f.%s",
                        listing.name(row),
                        why,
                        said.strangeness()[at],
                        truth),
                Thumbnails.of(image),
                Thumbnails.overlay(image, map, panel.mapWidth()));
    }
}
